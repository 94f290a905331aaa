import type { Load, LoadRequest } from '../harness/index.ts';

/** What goes through every gateway; the same for all contenders. */

/** 307 bytes. */
export const upstreamBody = JSON.stringify({
  accountId: 'acme',
  name: 'Meridian Pumps and Valves',
  industry: 'manufacturing',
  ownerId: 'ada',
  note: 'x'.repeat(199),
});

const postBody = JSON.stringify({
  accountId: 'acme',
  name: 'Meridian Pumps and Valves',
  industry: 'manufacturing',
  note: 'y'.repeat(408),
});

export const requests = {
  get: { method: 'GET', path: '/v1/accounts/acme' },
  post: {
    method: 'POST',
    path: '/v1/accounts',
    headers: { 'Content-Type': 'application/json' },
    body: postBody,
  },
} as const satisfies Record<string, LoadRequest>;

export const loadOf = (...sent: readonly LoadRequest[]): Load => ({
  connections: 64,
  requests: sent,
  expects: { status: 200, body: upstreamBody },
});

/** Where the gateways find what they stand in front of. */
export const upstreamUrl = (): string => {
  const url = process.env.BENCH_UPSTREAM;
  if (url === undefined) throw new Error('BENCH_UPSTREAM is not set');
  return url;
};

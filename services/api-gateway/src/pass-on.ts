import type { RouteContract } from '@steward/contracts';
import { readBody } from '@steward/http';
import { admit, type Gatekeepers } from './admit.ts';
import { type Errand, forward } from './forward.ts';
import { requestHeaders } from './forwarded-headers.ts';
import type { RequestMeasures } from './measure.ts';
import { type Upstream, withoutAddress } from './upstream.ts';
import type { Visit } from './visit.ts';

export interface PassingOn extends Gatekeepers {
  readonly upstreams: ReadonlyMap<string, Upstream>;
  readonly measures: RequestMeasures;
  readonly deadlineMs: number;
  readonly bodyBytesMax: number;
  readonly isBehindProxy: boolean;
}

const closing = { connection: 'close' };

const errandOf = async (
  { request, response, requestId, quotaHeaders, isLast }: Visit,
  traceparent: string | undefined,
  { deadlineMs, bodyBytesMax, isBehindProxy }: PassingOn,
): Promise<Errand> => {
  const { headers, socket, url = '/' } = request;
  // The table of routes knows no other methods.
  const method = request.method as Errand['method'];
  return {
    method,
    path: url,
    headers: requestHeaders(headers, {
      address: socket.remoteAddress ?? '',
      requestId,
      traceparent,
      isTrusted: isBehindProxy,
    }),
    // The whole body, because a request that is sent a second time needs it again.
    body: method === 'POST' ? await readBody(request, bodyBytesMax) : undefined,
    isRepeatable: method !== 'POST' || headers['idempotency-key'] !== undefined,
    response,
    addedHeaders: { ...quotaHeaders, 'x-request-id': requestId, ...(isLast() && closing) },
    deadlineMs,
  };
};

/** Takes one request from the gate to its service, and the answer back. */
export const passOn = async (
  visit: Visit,
  { service, scope }: RouteContract,
  traceparent: string | undefined,
  options: PassingOn,
): Promise<void> => {
  const upstream = options.upstreams.get(service);
  // Before anything is spent on it: of twice what can be served, half is refused here.
  upstream?.requireRoom();
  const admission = await admit(visit.request.headers.authorization, scope, options);
  visit.subject = admission.subject;
  visit.quotaHeaders = admission.quotaHeaders;
  if (upstream === undefined) throw withoutAddress(service);
  const errand = await errandOf(visit, traceparent, options);
  const askedMs = performance.now();
  await forward(upstream, errand);
  options.measures.upstreamTook(service, (performance.now() - askedMs) / 1_000);
};

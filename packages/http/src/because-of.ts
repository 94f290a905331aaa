import { createHash } from 'node:crypto';
import type { Because, Receipt } from '@steward/persistence';
import { ProtocolProblem } from './protocol-problem.ts';
import { correlationIdOf, idempotencyKeyOf, ifMatchOf } from './request-headers.ts';
import type { Call } from './route.ts';

/** How far the clocks of callers may run ahead of ours. */
const clockSkewMs = 5 * 60_000;

export interface Circumstance {
  readonly occurredAt?: string | undefined;
  readonly reason?: string | undefined;
}

const momentOf = (occurredAt: string | undefined, { principal, receivedAt }: Call): Date => {
  if (occurredAt === undefined) return receivedAt;
  if (!principal.scopes.has('history:backdate')) throw new ProtocolProblem('backdating-forbidden');
  const at = new Date(occurredAt);
  if (at.getTime() > receivedAt.getTime() + clockSkewMs)
    throw new ProtocolProblem('occurred-in-the-future');
  return at;
};

/** One key names one request of one caller to one route for one thing; the same key elsewhere is another. */
const receiptOf = (routeName: string, call: Call, body: Buffer): Receipt | undefined => {
  const key = idempotencyKeyOf(call.headers);
  if (key === undefined) return undefined;
  const scope = [call.principal.subject, routeName, ...Object.values(call.params)];
  return {
    key: [...scope, key].join('|'),
    fingerprint: createHash('sha256').update(`${call.path}\n`).update(body).digest('base64url'),
  };
};

/** Everything about a command that is not its content: who, when, why, and on what condition. */
export const becauseOf = (
  routeName: string,
  call: Call,
  body: Buffer,
  { occurredAt, reason }: Circumstance,
): Because => {
  const ifMatch = ifMatchOf(call.headers);
  const receipt = receiptOf(routeName, call, body);
  return {
    actor: call.principal.subject,
    at: momentOf(occurredAt, call),
    correlationId: correlationIdOf(call.headers) ?? call.requestId,
    ...(reason !== undefined && { reason }),
    ...(call.traceparent !== undefined && { traceparent: call.traceparent }),
    ...(ifMatch !== undefined && { ifMatch }),
    ...(receipt !== undefined && { receipt }),
  };
};

import { Refusal, type RefusalKind } from '@steward/domain';
import {
  isOutage,
  Overloaded,
  ReceiptMismatch,
  ReceiptPending,
  StaleVersion,
} from '@steward/persistence';
import { problem } from './problem.ts';
import { protocolCodes } from './protocol-codes.ts';
import { ProtocolProblem } from './protocol-problem.ts';
import type { Level, Reply } from './reply.ts';

const refusalStatus = {
  invalid: 400,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
} as const satisfies Record<RefusalKind, number>;

/** Stores speak of versions and receipts; callers know them as `If-Match` and `Idempotency-Key`. */
const translated = (error: unknown): Refusal | ProtocolProblem => {
  if (error instanceof Refusal || error instanceof ProtocolProblem) return error;
  if (error instanceof StaleVersion) {
    const detail = `The current version is ${error.current}`;
    return new ProtocolProblem('stale-version', { detail, cause: error });
  }
  if (error instanceof ReceiptMismatch) return new ProtocolProblem('idempotency-key-reused');
  if (error instanceof ReceiptPending) return new ProtocolProblem('idempotency-key-in-use');
  if (error instanceof Overloaded) {
    const headers = { 'Retry-After': String(Math.max(1, Math.ceil(error.retryAfterSeconds))) };
    return new ProtocolProblem('overloaded', { headers, cause: error });
  }
  if (isOutage(error))
    return new ProtocolProblem('database-away', { headers: { 'Retry-After': '1' }, cause: error });
  return new ProtocolProblem('unexpected', { cause: error });
};

const levelOf = (status: number): Level => {
  if (status === 500) return 'error';
  return status === 400 || status === 503 ? 'warn' : 'info';
};

const refused = ({ kind, code, message }: Refusal, requestId: string): Reply =>
  problem({ status: refusalStatus[kind], code, detail: message, level: 'info' }, requestId);

const brokenProtocol = (error: ProtocolProblem, requestId: string): Reply => {
  const { code, message, errors, headers, cause } = error;
  const { status } = protocolCodes[code];
  // A failure of ours says nothing of the inside.
  const detail = code === 'unexpected' ? undefined : message;
  const level = levelOf(status);
  return problem({ status, code, detail, errors, headers, level, cause }, requestId);
};

/** The one place that turns what was thrown into an answer (RFC 9457). */
export const problemReply = (error: unknown, requestId: string): Reply => {
  const known = translated(error);
  return known instanceof Refusal ? refused(known, requestId) : brokenProtocol(known, requestId);
};

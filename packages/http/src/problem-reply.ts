import { Refusal, type RefusalKind } from '@steward/domain';
import { Overloaded, ReceiptMismatch, ReceiptPending, StaleVersion } from '@steward/persistence';
import { protocolCodes } from './protocol-codes.ts';
import { ProtocolProblem } from './protocol-problem.ts';
import type { Level, Reply } from './reply.ts';

const refusalStatus = {
  invalid: 400,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
} as const satisfies Record<RefusalKind, number>;

const problem = { 'Content-Type': 'application/problem+json' };

const titleOf = (code: string): string => {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

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
  return new ProtocolProblem('unexpected', { cause: error });
};

const levelOf = (status: number): Level => {
  if (status === 500) return 'error';
  return status === 400 || status === 503 ? 'warn' : 'info';
};

const refused = ({ kind, code, message }: Refusal, requestId: string): Reply => {
  const status = refusalStatus[kind];
  const document = {
    type: `urn:steward:error:${code}`,
    title: titleOf(code),
    status,
    code,
    detail: message,
    requestId,
  };
  return {
    status,
    headers: problem,
    body: JSON.stringify(document),
    failure: { code, level: 'info' },
  };
};

const brokenProtocol = (error: ProtocolProblem, requestId: string): Reply => {
  const { code, message, errors, headers, cause } = error;
  const { status } = protocolCodes[code];
  const document = {
    type: `urn:steward:error:${code}`,
    title: titleOf(code),
    status,
    code,
    // A failure of ours says nothing of the inside.
    detail: code === 'unexpected' ? undefined : message,
    errors,
    requestId,
  };
  return {
    status,
    headers: { ...problem, ...headers },
    body: JSON.stringify(document),
    failure: { code, level: levelOf(status), cause },
  };
};

/** The one place that turns what was thrown into an answer (RFC 9457). */
export const problemReply = (error: unknown, requestId: string): Reply => {
  const known = translated(error);
  return known instanceof Refusal ? refused(known, requestId) : brokenProtocol(known, requestId);
};

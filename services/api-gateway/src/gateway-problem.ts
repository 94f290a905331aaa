import { problem, problemReply, type Reply } from '@steward/http';
import { type GatewayCode, gatewayCodes } from './gateway-codes.ts';

/** The gateway itself cannot or will not pass a request on. */
export class GatewayProblem extends Error {
  override readonly name = 'GatewayProblem';
  readonly code: GatewayCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: GatewayCode,
    { headers = {}, cause }: { headers?: Readonly<Record<string, string>>; cause?: unknown } = {},
  ) {
    super(gatewayCodes[code].says, { cause });
    this.code = code;
    this.headers = headers;
  }
}

/** Turns what was thrown into an answer (RFC 9457). */
export const replyTo = (error: unknown, requestId: string): Reply => {
  if (!(error instanceof GatewayProblem)) return problemReply(error, requestId);
  const { code, message, headers, cause } = error;
  const { status } = gatewayCodes[code];
  const level = status >= 500 ? 'warn' : 'info';
  return problem({ status, code, detail: message, headers, level, cause }, requestId);
};

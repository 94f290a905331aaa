import { problemReply, type Reply } from '@steward/http';
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

const titleOf = (code: string): string => {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Turns what was thrown into an answer (RFC 9457). */
export const replyTo = (error: unknown, requestId: string): Reply => {
  if (!(error instanceof GatewayProblem)) return problemReply(error, requestId);
  const { code, message, headers, cause } = error;
  const { status } = gatewayCodes[code];
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
    headers: { 'Content-Type': 'application/problem+json', ...headers },
    body: JSON.stringify(document),
    failure: { code, level: status >= 500 ? 'warn' : 'info', cause },
  };
};

import type { Problem } from '@steward/contracts';
import { type ProtocolCode, protocolCodes } from './protocol-codes.ts';

interface Particulars {
  readonly detail?: string;
  readonly errors?: readonly Problem[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** The request breaks the protocol rather than a rule of a noun. Its detail is meant for the caller. */
export class ProtocolProblem extends Error {
  override readonly name = 'ProtocolProblem';
  readonly code: ProtocolCode;
  readonly errors: readonly Problem[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProtocolCode, { detail, errors, headers = {}, cause }: Particulars = {}) {
    super(detail ?? protocolCodes[code].says, { cause });
    this.code = code;
    this.errors = errors;
    this.headers = headers;
  }
}

/** A part of the request that does not fit its schema; every pointer is relative to that part. */
export const malformed = (part: string, errors: readonly Problem[]): ProtocolProblem =>
  new ProtocolProblem('malformed-request', { detail: `${part} does not fit the route`, errors });

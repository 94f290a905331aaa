import type { IncomingHttpHeaders } from 'node:http';
import { MalformedAnswer } from './malformed-answer.ts';

/** The first lines of an answer, and what they say of the bytes that follow. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Bytes of the body; where that is not said, it ends with the connection. */
  readonly length: number | 'chunked' | undefined;
  /** How long the connection may be kept for another request; 0 where it may not. */
  readonly keepMs: number;
}

const statusLine = /^HTTP\/1\.(?<minor>[01]) (?<status>[1-5]\d\d)(?: [^\r\n]*)?$/;
const token = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
const lengthPattern = /^\d{1,15}$/;
const keepAliveSeconds = /(?:^|[,\s])timeout=(\d{1,6})/i;

/** Shorter than most services keep theirs, so that no request is written into a closing connection. */
const keepMsMax = 4_000;
/** For a service that says how long it keeps its side: so much before that. */
const keepMarginMs = 1_000;

const add = (headers: IncomingHttpHeaders, name: string, value: string): void => {
  const known = headers[name];
  if (name === 'set-cookie') headers[name] = [...(headers[name] ?? []), value];
  else headers[name] = known === undefined ? value : `${known}, ${value}`;
};

const headersIn = (text: string, from: number): IncomingHttpHeaders => {
  const headers: IncomingHttpHeaders = {};
  for (let at = from; at < text.length; ) {
    const found = text.indexOf('\r\n', at);
    const end = found === -1 ? text.length : found;
    const colon = text.indexOf(':', at);
    const name = text.slice(at, colon);
    if (colon === -1 || colon > end || !token.test(name))
      throw new MalformedAnswer('A header has no name');
    add(headers, name.toLowerCase(), text.slice(colon + 1, end).trim());
    at = end + 2;
  }
  return headers;
};

const lengthOf = (headers: IncomingHttpHeaders, isOldest: boolean): AnswerHead['length'] => {
  const { 'transfer-encoding': encoding, 'content-length': length } = headers;
  if (encoding !== undefined) {
    // Both would leave it to each reader where the answer ends.
    if (length !== undefined || isOldest || encoding.toLowerCase() !== 'chunked')
      throw new MalformedAnswer('The length of the answer is not clear');
    return 'chunked';
  }
  if (length === undefined) return undefined;
  if (!lengthPattern.test(length)) throw new MalformedAnswer('The length is no number');
  return Number(length);
};

const keepMsOf = ({ connection, 'keep-alive': keepAlive }: IncomingHttpHeaders): number => {
  if (connection !== undefined && /\bclose\b/i.test(connection)) return 0;
  const seconds =
    keepAlive === undefined ? undefined : keepAliveSeconds.exec(String(keepAlive))?.[1];
  if (seconds === undefined) return keepMsMax;
  return Math.max(0, Math.min(keepMsMax, Number(seconds) * 1_000 - keepMarginMs));
};

/** Reads everything before the empty line. */
export const parseHead = (text: string): AnswerHead => {
  const firstEnd = text.indexOf('\r\n');
  const first = firstEnd === -1 ? text : text.slice(0, firstEnd);
  const { minor, status } = statusLine.exec(first)?.groups ?? {};
  // Nobody asked to switch protocols.
  if (status === undefined || status === '101')
    throw new MalformedAnswer('The status is no status');
  const headers = firstEnd === -1 ? {} : headersIn(text, firstEnd + 2);
  const isOldest = minor === '0';
  const length = lengthOf(headers, isOldest);
  const keepMs = isOldest || length === undefined ? 0 : keepMsOf(headers);
  return { status: Number(status), headers, length, keepMs };
};

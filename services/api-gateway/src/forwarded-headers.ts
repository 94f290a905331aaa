import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** Headers that speak of one connection only (RFC 9110, 7.6.1). */
const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What the gateway says itself, or what only a proxy of ours may say. */
const ours: ReadonlySet<string> = new Set([
  'host',
  'content-length',
  'expect',
  'x-request-id',
  'traceparent',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-real-ip',
]);

const none: ReadonlySet<string> = new Set();

/** A sender may name further headers of the connection in `Connection`. */
const namedIn = (connection: string | undefined): ReadonlySet<string> => {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close')
    return none;
  return new Set(connection.split(',').map((name) => name.trim().toLowerCase()));
};

export interface Sender {
  readonly address: string;
  readonly requestId: string;
  readonly traceparent: string | undefined;
  /** Whether the sender is a proxy of ours. */
  readonly isTrusted: boolean;
}

const before = (given: string | string[] | undefined, isTrusted: boolean): string | undefined =>
  isTrusted && given !== undefined ? String(given) : undefined;

/** The headers of a request as the service gets them, names and values in turn. */
export const requestHeaders = (
  headers: IncomingHttpHeaders,
  { address, requestId, traceparent, isTrusted }: Sender,
): string[] => {
  const dropped = namedIn(headers.connection);
  const passed: string[] = [];
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || hopByHop.has(name) || ours.has(name) || dropped.has(name)) continue;
    passed.push(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const senders = before(headers['x-forwarded-for'], isTrusted);
  passed.push('x-forwarded-for', senders === undefined ? address : `${senders}, ${address}`);
  passed.push('x-forwarded-proto', before(headers['x-forwarded-proto'], isTrusted) ?? 'http');
  passed.push('x-request-id', requestId);
  if (traceparent !== undefined) passed.push('traceparent', traceparent);
  return passed;
};

/** The headers of an answer as the client gets them; `added` wins. All names are in lower case. */
export const answerHeaders = (
  headers: IncomingHttpHeaders,
  added: Readonly<Record<string, string>>,
): OutgoingHttpHeaders => {
  const dropped = namedIn(headers.connection);
  const passed: OutgoingHttpHeaders = {};
  for (const name in headers)
    if (!hopByHop.has(name) && !dropped.has(name)) passed[name] = headers[name];
  return Object.assign(passed, added);
};

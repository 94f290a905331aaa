import type { ServerResponse } from 'node:http';
import type { Reply } from './reply.ts';

/** Writes head and body in one go. A 304 has neither body nor length; HEAD has the length alone. */
export const writeReply = (
  response: ServerResponse,
  { status, headers, body }: Reply,
  { requestId, isLast }: { requestId: string; isLast: boolean },
): void => {
  const head: Record<string, string | number> = { ...headers, 'X-Request-Id': requestId };
  if (body !== undefined) head['Content-Length'] = Buffer.byteLength(body);
  if (isLast) head.Connection = 'close';
  response.writeHead(status, head).end(body);
};

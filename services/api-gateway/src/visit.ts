import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Reply, requestIdOf, writeReply } from '@steward/http';

/** What is known of one request while it is answered; the log line and the metrics are made from it. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly startedMs: number;
  /** Whether the connection ends with this answer. */
  readonly isLast: () => boolean;
  routeName: string;
  subject: string | undefined;
  /** What stays on the answer even if it is a refusal. */
  quotaHeaders: Readonly<Record<string, string>>;
}

export const newVisit = (
  request: IncomingMessage,
  response: ServerResponse,
  isLast: () => boolean,
): Visit => ({
  request,
  response,
  requestId: requestIdOf(request.headers),
  startedMs: performance.now(),
  isLast,
  routeName: 'unmatched',
  subject: undefined,
  quotaHeaders: {},
});

/** Writes an answer of the gateway's own. */
export const reply = (
  { response, requestId, quotaHeaders, isLast }: Visit,
  answer: Reply,
): void => {
  // Half an answer cannot be taken back; a cut connection tells the client that it is not whole.
  if (response.headersSent) response.destroy();
  if (response.destroyed) return;
  const headers = { ...quotaHeaders, ...answer.headers };
  writeReply(response, { ...answer, headers }, { requestId, isLast: isLast() });
};

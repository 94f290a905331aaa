import type { ServerResponse } from 'node:http';
import { ClientGone, ProtocolProblem } from '@steward/http';
import { clientGone, Exchange } from './exchange.ts';
import { GatewayProblem } from './gateway-problem.ts';
import type { Upstream } from './upstream.ts';

/** One request as it goes on to a service, and the response that its answer is written to. */
export interface Errand {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  readonly headers: string[];
  readonly body: Buffer | undefined;
  /** Whether doing it twice does no more than doing it once. */
  readonly isRepeatable: boolean;
  readonly response: ServerResponse;
  /** What the gateway adds to the answer, named in lower case. */
  readonly addedHeaders: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
}

class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

const unreached: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const brokenOff: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const problemOf = (error: unknown): unknown => {
  const isKnown = error instanceof GatewayProblem || error instanceof ProtocolProblem;
  if (isKnown || error instanceof ClientGone) return error;
  if (error instanceof DeadlinePassed)
    return new GatewayProblem('upstream-timeout', { cause: error });
  if (!unreached.has(codeOf(error))) return new GatewayProblem('upstream-failed', { cause: error });
  return new GatewayProblem('upstream-unavailable', {
    headers: { 'Retry-After': '1' },
    cause: error,
  });
};

/** What ends a request from outside: its deadline, or a client that goes away. */
const interruptions = ({ response, deadlineMs }: Errand) => {
  let exchange: Exchange | undefined;
  let reason: Error | undefined;
  const interrupt = (because: Error): void => {
    reason ??= because;
    exchange?.cancel(reason);
  };
  const deadline = setTimeout(() => {
    interrupt(new DeadlinePassed(`Nothing complete within ${deadlineMs} ms`));
  }, deadlineMs);
  const onClose = (): void => {
    if (!response.writableFinished) interrupt(clientGone());
  };
  response.on('close', onClose);
  return {
    follow: (next: Exchange): void => {
      exchange = next;
      if (reason) next.cancel(reason);
    },
    end: (): void => {
      clearTimeout(deadline);
      response.off('close', onClose);
    },
  };
};

const send = (
  { connections }: Upstream,
  errand: Errand,
  begin: (exchange: Exchange) => void,
): Promise<void> =>
  new Promise((finished, failed) => {
    const { response, addedHeaders } = errand;
    const exchange = new Exchange(response, addedHeaders, { finished, failed });
    begin(exchange);
    connections.send(errand, exchange);
  });

/**
 * Passes a request on to its service and the answer back. A request that may be repeated is sent a second
 * time where the connection broke before any answer.
 */
export const forward = async (upstream: Upstream, errand: Errand): Promise<void> => {
  const leave = upstream.enter();
  const interrupted = interruptions(errand);
  let exchange: Exchange | undefined;
  const begin = (next: Exchange): void => {
    exchange = next;
    interrupted.follow(next);
  };
  const attempt = (): Promise<void> => upstream.attempt(() => send(upstream, errand, begin));
  const mayRepeat = (error: unknown): boolean => {
    if (!errand.isRepeatable || exchange?.isAnswered) return false;
    return unreached.has(codeOf(error)) || brokenOff.has(codeOf(error));
  };

  try {
    await attempt().catch((error: unknown) => {
      if (mayRepeat(error)) return attempt();
      throw error;
    });
  } catch (error) {
    throw problemOf(error);
  } finally {
    interrupted.end();
    leave();
  }
};

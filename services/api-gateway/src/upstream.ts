import { ClientGone, ProtocolProblem } from '@steward/http';
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { type Connections, connectionsTo } from './client/connections.ts';
import { overloaded } from './client/waiting-line.ts';
import { GatewayProblem } from './gateway-problem.ts';

export interface UpstreamLimits {
  readonly connections: number;
  readonly requestsMax: number;
  /** How long a request may wait for a connection while too many do. */
  readonly waitMsMax: number;
}

export type BreakerState = 'closed' | 'half-open' | 'open';

/** One service behind the gateway. */
export interface Upstream {
  readonly name: string;
  readonly connections: Connections;
  breakerState(): BreakerState;
  underway(): number;
  /** Runs one try to reach the service, unless it failed so often that it is left alone for now. */
  attempt(run: () => Promise<void>): Promise<void>;
  /** Refuses at once what would only wait in vain. */
  requireRoom(): void;
  /** Holds one place among the requests under way; refuses when there is none. */
  enter(): () => void;
  close(): Promise<void>;
}

const failuresInARow = 10;
const restMs = 1_000;
const connectMs = 2_000;

const unavailable = (cause?: unknown): GatewayProblem =>
  new GatewayProblem('upstream-unavailable', { headers: { 'Retry-After': '1' }, cause });

const states: Record<CircuitState, BreakerState> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

/** Connections, breaker and bound of one service. One request at a time is on a connection. */
export const upstreamAt = (
  name: string,
  url: string,
  { connections: connectionsMax, requestsMax, waitMsMax }: UpstreamLimits,
): Upstream => {
  const connections = connectionsTo(url, { connectionsMax, connectMs, waitMsMax });
  // A client that goes away says nothing of the service, and neither does a line that is too long.
  const isFault = (error: unknown): boolean =>
    !(error instanceof ClientGone || error instanceof ProtocolProblem);
  const breaker = circuitBreaker(handleWhen(isFault), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  });
  let underway = 0;

  return {
    name,
    connections,
    breakerState: () => states[breaker.state],
    underway: () => underway,
    attempt: async (run) => {
      // While one request tries whether the service is back, the others are not made to wait for it.
      if (breaker.state === CircuitState.HalfOpen) throw unavailable();
      try {
        await breaker.execute(run);
      } catch (error) {
        throw error instanceof BrokenCircuitError ? unavailable(error) : error;
      }
    },
    requireRoom: () => {
      if (underway >= requestsMax || connections.isSwamped()) throw overloaded();
    },
    enter: () => {
      if (underway >= requestsMax) throw overloaded();
      underway += 1;
      return () => {
        underway -= 1;
      };
    },
    close: () => connections.close(),
  };
};

/** A route whose service nobody told us the address of. */
export const withoutAddress = (service: string): GatewayProblem =>
  unavailable(new Error(`No address is known for ${service}`));

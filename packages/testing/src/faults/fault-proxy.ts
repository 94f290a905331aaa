import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import {
  blackHoled,
  type Conditions,
  cut,
  type HalfOpen,
  halfOpened,
  healthy,
  refused,
  type Slowness,
  slowed,
} from './conditions.ts';
import { Link } from './link.ts';

const host = '127.0.0.1';
const listenWithinMs = 5_000;

export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * A TCP proxy that can be told to fail. Every verb holds for the connections that there are and for
 * those to come, until the next verb; each of them begins from a sound network.
 */
export interface FaultProxy {
  readonly port: number;
  /** How many connections are open, at either end. */
  readonly connections: number;
  /** Resets what is open, and every new connection as soon as it is made. */
  cut(): Promise<void>;
  /** Keeps everything back, in both directions, and tells nobody: neither bytes nor ends arrive. */
  blackhole(): Promise<void>;
  slow(slowness: Slowness): Promise<void>;
  /** Loses one direction or one end without the other side hearing of it; the answers where nothing is said. */
  halfOpen(how?: HalfOpen): Promise<void>;
  /** Resets what is open and stops listening: new connections are refused. */
  refuse(): Promise<void>;
  /**
   * Makes the network sound. What a black hole kept back arrives now, late; connections through
   * which something was lost are reset, for nothing that follows would fit.
   */
  heal(): Promise<void>;
  close(): Promise<void>;
}

/** Puts a proxy before a server, on a port of its own that it keeps through all faults. */
export const faultProxy = async ({ to }: { to: Address }): Promise<FaultProxy> => {
  const links = new Set<Link>();
  let conditions = healthy;
  const accept = (client: Socket): void => {
    if (conditions.cuts) {
      client.resetAndDestroy();
      return;
    }
    const link = new Link({ client, to, conditions });
    links.add(link);
    void link.closed.then(() => links.delete(link));
  };
  const listener = createServer({ allowHalfOpen: true, noDelay: true }, accept);
  const port = await listen(listener, 0);

  const meet = async (next: Conditions): Promise<void> => {
    conditions = next;
    for (const link of links) link.change(next);
    if (!next.listens) listener.close();
    else if (!listener.listening) await listen(listener, port);
  };

  return {
    port,
    get connections() {
      return links.size;
    },
    cut: () => meet(cut),
    blackhole: () => meet(blackHoled),
    slow: (slowness) => meet(slowed(slowness)),
    halfOpen: (how = { lost: 'answers' }) => meet(halfOpened(how)),
    refuse: () => meet(refused),
    heal: () => meet(healthy),
    close: async () => {
      await meet(refused);
      await Promise.all([...links].map((link) => link.closed));
    },
  };
};

/** Listens, and waits where an outgoing connection was given the port while nobody listened on it. */
const listen = async (listener: Server, port: number): Promise<number> => {
  const deadline = performance.now() + listenWithinMs;
  for (;;) {
    try {
      const listening = once(listener, 'listening');
      listener.listen(port, host);
      await listening;
      return (listener.address() as AddressInfo).port;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || performance.now() > deadline) throw error;
      await delay(20);
    }
  }
};

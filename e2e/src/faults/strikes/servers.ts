import { type ServerName, startServer, stopServer } from '@steward/local';
import type { Fault, FaultKind } from './fault.ts';

const kindOf: Readonly<Record<ServerName, FaultKind>> = {
  kafka: 'kafka',
  mongodb: 'mongodb',
  redis: 'redis',
};

/** A server that ends, one way or the other, and comes back after a while. */
const ending = (server: ServerName, signal: 'SIGTERM' | 'SIGKILL'): Fault => ({
  name: `${server}-${signal === 'SIGTERM' ? 'stopped' : 'killed'}`,
  kind: kindOf[server],
  strike: async ({ town }, chance) => {
    const lastsMs = chance.whole(200, 12_000);
    await stopServer(town.stack.name, server, signal);
    const heal = () => startServer(town.stack.name, server);
    return { what: `${server} ended by ${signal}, back after ${lastsMs} ms`, lastsMs, heal };
  },
});

/** Faults of the servers beneath the platform. */
export const serverFaults: readonly Fault[] = [
  ending('kafka', 'SIGTERM'),
  ending('kafka', 'SIGKILL'),
  ending('mongodb', 'SIGTERM'),
  ending('mongodb', 'SIGKILL'),
  ending('redis', 'SIGKILL'),
];

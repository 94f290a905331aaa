import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerName, startServer, stopServer } from '@steward/local';
import type { Fault } from './fault.ts';

/** Long enough for everything that can still go on without the server to be done. */
const awayMsMin = 2_500;
const awayMsMax = 6_000;

/** Everything dies while a server is away: what was half done with its help is forgotten by all. */
const killedWhileAway = (server: Extract<ServerName, 'kafka' | 'mongodb'>): Fault => ({
  name: `killed-while-${server}-is-away`,
  kind: server,
  strike: async ({ town }, chance) => {
    const awayMs = chance.whole(awayMsMin, awayMsMax);
    await stopServer(town.stack.name, server, 'SIGKILL');
    await sleep(awayMs);
    for (const slot of town.running()) slot.signal('SIGKILL');
    const heal = async () => {
      await Promise.all(town.running().map((slot) => slot.untilReady()));
    };
    // Requests are served without Kafka, also by a process that has never seen it.
    if (server === 'kafka') await heal();
    await startServer(town.stack.name, server);
    return { what: `${server} away, every process killed after ${awayMs} ms`, lastsMs: 0, heal };
  },
});

export const awayFaults: readonly Fault[] = [killedWhileAway('kafka'), killedWhileAway('mongodb')];

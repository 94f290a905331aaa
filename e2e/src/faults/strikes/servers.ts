import { once } from 'node:events';
import { connect } from 'node:net';
import {
  type ServerName,
  serverAddresses,
  signalServer,
  startServer,
  stepDown,
  stopServer,
} from '@steward/local';
import type { Chance } from '../chance.ts';
import type { Town } from '../town/town.ts';
import { type Fault, nothingToHeal } from './fault.ts';

const lastsMsMin = 200;
const lastsMsMax = 12_000;

const anyLength = (chance: Chance): number => chance.whole(lastsMsMin, lastsMsMax);

const anyMember = ({ stack }: Town, server: ServerName, chance: Chance): number =>
  chance.pick(serverAddresses(stack.name)[server].map(({ member }) => member));

const startsMax = 3;

/** Another fault may end a server while it starts, and is over sooner than it can do so often. */
const startAgain = async (...which: Parameters<typeof startServer>): Promise<void> => {
  for (let starts = 1; ; starts += 1) {
    try {
      return await startServer(...which);
    } catch (error) {
      if (starts === startsMax) throw error;
    }
  }
};

/** All of a server ends, one way or the other, and comes back after a while. */
const ending = (server: ServerName, signal: 'SIGTERM' | 'SIGKILL'): Fault => ({
  name: `${server}-${signal === 'SIGTERM' ? 'stopped' : 'killed'}`,
  kind: server,
  strike: async ({ town }, chance) => {
    const lastsMs = anyLength(chance);
    await stopServer(town.stack.name, server, signal);
    const heal = () => startAgain(town.stack.name, server);
    return { what: `${server} ended by ${signal}, back after ${lastsMs} ms`, lastsMs, heal };
  },
});

/** One member is killed: a replica set elects another primary, and topics of a broker are without a leader. */
const memberKilled = (server: ServerName, chosen?: number): Fault => ({
  name: `${server}-member-killed`,
  kind: server,
  strike: async ({ town }, chance) => {
    const lastsMs = anyLength(chance);
    const member = chosen ?? anyMember(town, server, chance);
    await signalServer(town.stack.name, server, 'SIGKILL', member);
    const heal = () => startAgain(town.stack.name, server, member);
    return { what: `${server} ${member} killed, back after ${lastsMs} ms`, lastsMs, heal };
  },
});

/** One member stands still, keeps its connections, and goes on later as if nothing had been. */
const memberPaused = (server: ServerName): Fault => ({
  name: `${server}-paused`,
  kind: server,
  strike: async ({ town }, chance) => {
    const lastsMs = anyLength(chance);
    const member = anyMember(town, server, chance);
    await signalServer(town.stack.name, server, 'SIGSTOP', member);
    // Another fault may have ended it meanwhile.
    const heal = () =>
      signalServer(town.stack.name, server, 'SIGCONT', member).catch(() => undefined);
    return { what: `${server} ${member} paused for ${lastsMs} ms`, lastsMs, heal };
  },
});

const redisEmptied: Fault = {
  name: 'redis-emptied',
  kind: 'redis',
  strike: async ({ town }) => {
    const { hostname, port } = new URL(town.stack.redisUrl);
    const socket = connect(Number(port), hostname);
    socket.end('FLUSHALL\r\n');
    socket.resume();
    await once(socket, 'close');
    return { what: 'FLUSHALL', lastsMs: 0, heal: nothingToHeal };
  },
};

const steppedDown: Fault = {
  name: 'mongodb-stepped-down',
  kind: 'mongodb',
  strike: async ({ town }) => {
    const { member } = await stepDown(town.stack.name);
    return { what: `member ${member} is primary now`, lastsMs: 0, heal: nothingToHeal };
  },
};

/** The first broker is the controller as well; what is to be without a leader is on the second. */
const secondBroker = 2;

/** Faults of the servers beneath the platform. */
export const serverFaults: readonly Fault[] = [
  ending('kafka', 'SIGTERM'),
  ending('kafka', 'SIGKILL'),
  memberKilled('kafka', secondBroker),
  memberPaused('kafka'),
  ending('mongodb', 'SIGTERM'),
  ending('mongodb', 'SIGKILL'),
  memberKilled('mongodb'),
  memberPaused('mongodb'),
  steppedDown,
  ending('redis', 'SIGKILL'),
  memberPaused('redis'),
  redisEmptied,
];

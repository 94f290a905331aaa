import type { Deployment } from '../deployment.ts';
import { advice, type Finding, fine, wrong } from '../finding.ts';

const lifetimeSecondsMax = 10;
const clockSecondsMax = 1;

type Ask = (command: Record<string, unknown>) => Promise<Record<string, unknown>>;

const replicaSet = async (ask: Ask): Promise<Finding> => {
  const hello = await ask({ hello: 1 });
  const { version } = await ask({ buildInfo: 1 });
  if (typeof hello.setName !== 'string')
    return wrong(
      'MongoDB',
      `${version} is not a replica set, and has no transactions`,
      'start it with --replSet and run rs.initiate() once',
    );
  return fine('MongoDB', `${version}, replica set ${hello.setName}, with transactions`);
};

const lifetime = async (ask: Ask): Promise<Finding> => {
  const about = 'transactionLifetimeLimitSeconds';
  const todo = 'start mongod with --setParameter transactionLifetimeLimitSeconds=5';
  try {
    const { transactionLifetimeLimitSeconds: seconds } = await ask({
      getParameter: 1,
      transactionLifetimeLimitSeconds: 1,
    });
    return Number(seconds) <= lifetimeSecondsMax
      ? fine(about, `${seconds} s`)
      : advice(about, `${seconds} s: a service that is killed locks what it wrote so long`, todo);
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return advice(about, `could not be asked for (${says})`, todo);
  }
};

/** The server's clock is compared with the middle of the time that asking took. */
const clock = async (ask: Ask): Promise<Finding> => {
  const asked = Date.now();
  const { localTime } = await ask({ hello: 1 });
  const middle = (asked + Date.now()) / 2;
  const seconds = Math.abs((localTime as Date).getTime() - middle) / 1_000;
  const says = `this host and MongoDB are ${seconds.toFixed(3)} s apart`;
  return seconds <= clockSecondsMax
    ? fine('clocks', says)
    : advice('clocks', says, 'synchronise both: ages of events are told by the clocks of hosts');
};

export const mongodbFindings = (at: Deployment): Promise<readonly Finding[]> =>
  at.withServices(['account'], async ([open]) => {
    if (!open) return [];
    const admin = open.database.client.db('admin');
    const ask: Ask = (command) => admin.command(command);
    return [await replicaSet(ask), await lifetime(ask), await clock(ask)];
  });

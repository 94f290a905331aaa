import type { Collection } from 'mongodb';
import { measured, report } from '../harness/contender.ts';
import type { Holding } from './holdings.ts';

/**
 * What a program is told of the life that it has to live. The first one ends by SIGKILL in the middle of what
 * it is doing, the second when every ticket is closed in the read model.
 */
interface Orders {
  readonly tickets: number;
  /** The event at which the process kills itself, of those that it takes in; never where it is absent. */
  readonly killAt?: number;
}

export const orders = (): Orders => JSON.parse(process.env.BENCH_ORDERS ?? '{"tickets":0}');

const pollMs = 10;

/** Lives a life, counting from the first event on: to join its group, and to wait for the dead, is not work. */
export const liveBy = ({ tickets, killAt }: Orders, view: Collection<Holding>) => {
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const closed = new Set<string>();
  let events = 0;
  let isAlmostDone = false;

  const untilAllAreClosed = async () => {
    while ((await view.countDocuments({ status: 'closed' })) < tickets)
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    ended.resolve();
  };

  const live = async (): Promise<void> => {
    const closedBefore = await view.countDocuments({ status: 'closed' });
    const watch = setInterval(() => {
      if (isAlmostDone || closedBefore + closed.size < tickets) return;
      isAlmostDone = true;
      untilAllAreClosed().catch(ended.reject);
    }, pollMs);
    await begun.promise;
    const sample = await measured(async () => {
      await ended.promise;
      return { units: events };
    });
    report(sample);
    clearInterval(watch);
    if (killAt !== undefined) process.kill(process.pid, 'SIGKILL');
  };

  return {
    live,
    /** To be called with each event before anything is done with it. */
    take: (id: string, isClosing: boolean): void => {
      events += 1;
      if (events === 1) begun.resolve();
      if (isClosing) closed.add(id);
      if (events === killAt) ended.resolve();
    },
  };
};

import type { AnyProjection } from './declare.ts';
import type { RunningConsumer } from './run-consumer.ts';
import { type EntryOptions, startEntry } from './start-entry.ts';
import { startTogether } from './start-together.ts';

const lookEveryMs = 1_000;

/** One read model in this process: the generation that is taken in here, and by whom. */
interface Following {
  readonly projection: AnyProjection;
  generation: number;
  consumer: RunningConsumer | undefined;
  stop(): Promise<void>;
}

export interface Followed {
  readonly running: readonly RunningConsumer[];
  stop(): Promise<void>;
}

/**
 * Takes in the generation of each read model that serves, and changes over when another one comes to serve.
 * Each generation has its own rows, guards and group, so that a replica that changes over later than the
 * others takes nothing away from them.
 */
export const followGenerations = async (
  projections: readonly AnyProjection[],
  options: EntryOptions,
): Promise<Followed> => {
  const { database, log, signal } = options;
  const { generations } = database;

  const start = async (projection: AnyProjection): Promise<Following> => {
    const generation = generations.serving(projection.name);
    const consumer = await startEntry(projection, options, generation);
    const following: Following = {
      projection,
      generation,
      consumer,
      stop: async () => following.consumer?.stop(),
    };
    return following;
  };

  const changeOver = async (following: Following, generation: number) => {
    const { projection, consumer } = following;
    following.consumer = undefined;
    following.generation = generation;
    await consumer?.stop();
    following.consumer = await startEntry(projection, options, generation);
    log('info', 'Another generation of a read model serves', {
      readModel: projection.name,
      generation,
    });
  };

  const look = async (all: readonly Following[]) => {
    await generations.refresh();
    for (const following of all) {
      const generation = generations.serving(following.projection.name);
      const isFollowed = following.consumer && following.generation === generation;
      if (!isFollowed && !signal.aborted) await changeOver(following, generation);
    }
  };

  await generations.refresh();
  const { all, stop } = await startTogether(projections.map(start));

  let looking: Promise<void> | undefined;
  const lookOnce = () => {
    looking ??= look(all)
      .catch((error) =>
        log('warn', 'Which generations of read models serve could not be followed', { error }),
      )
      .finally(() => {
        looking = undefined;
      });
  };
  const timer = projections.length > 0 ? setInterval(lookOnce, lookEveryMs) : undefined;

  return {
    get running() {
      return all.flatMap(({ consumer }) => (consumer ? [consumer] : []));
    },
    stop: async () => {
      clearInterval(timer);
      await looking;
      await stop();
    },
  };
};

import type { AnyProjection, Consumer } from './declare.ts';
import { followGenerations } from './follow-generations.ts';
import { parkedRows, prepareParked } from './parked.ts';
import { type EntryOptions, startEntry } from './start-entry.ts';
import { startTogether } from './start-together.ts';
import { streamOperations } from './stream-operations.ts';

export interface ConsumersOptions extends Omit<EntryOptions, 'signal' | 'pace'> {
  readonly consumers: readonly Consumer[];
  readonly projections: readonly AnyProjection[];
}

export interface RunningConsumers {
  /** Messages that each group has still to take in, as last seen. */
  lag(): Readonly<Record<string, number>>;
  /** Messages of each group that have been fetched and have not had their effect yet. */
  inFlight(): Readonly<Record<string, number>>;
  /** Takes up a stream that was set aside; answers whether it is free again. */
  replay(guardId: string): Promise<boolean>;
  stop(): Promise<void>;
}

/** Runs everything that a service listens to, each entry as a consumer group of its own; all of it, or none. */
export const startConsumers = async (options: ConsumersOptions): Promise<RunningConsumers> => {
  const stopping = new AbortController();
  const running: EntryOptions = { ...options, signal: stopping.signal };
  await prepareParked(parkedRows(options.database));
  const consuming = startTogether(
    options.consumers.map((consumer) => startEntry(consumer, running)),
  );
  const following = followGenerations(options.projections, running);
  const both = await startTogether<{ stop(): Promise<void> }>([consuming, following]);
  const [consumers, followed] = [await consuming, await following];
  const groups = () => [...consumers.all, ...followed.running];

  return {
    lag: () => Object.fromEntries(groups().map(({ groupId, lag }) => [groupId, lag()])),
    inFlight: () =>
      Object.fromEntries(groups().map(({ groupId, inFlight }) => [groupId, inFlight()])),
    replay: streamOperations({ ...options, signal: stopping.signal }).replay,
    stop: async () => {
      stopping.abort();
      await both.stop();
    },
  };
};

import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyProjection } from './declare.ts';
import { consumerNameOf, topicsOf } from './entries.ts';
import { type GroupPlace, groupPlaces, lagOf, membersOf, withAdmin } from './group-places.ts';
import { parkedRows } from './parked.ts';
import type { Pace } from './run-consumer.ts';
import { type EntryOptions, groupOf, startEntry } from './start-entry.ts';

export interface BuildProgress {
  readonly generation: number;
  /** Events taken in, and events that there are. */
  readonly done: number;
  readonly total: number;
}

export interface BuildOptions extends Omit<EntryOptions, 'onFatal'> {
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Lets the generation serve although something is set aside in it that the serving one has. */
  readonly acceptParked?: boolean;
}

/**
 * What became of it. `serves`: readers have it. `parked`: it is complete but for what is set aside in it, and
 * the other one goes on serving. `stopped`: the signal came first. `lost`: somebody gave this generation up.
 */
export interface BuildOutcome {
  readonly outcome: 'serves' | 'parked' | 'stopped' | 'lost';
  readonly generation: number;
  /** Messages that are set aside in this generation and not in the one that serves. */
  readonly parked: number;
}

const lookEveryMs = 250;
/** Having reached what the topics had so long ago counts as having caught up: they go on growing. */
const caughtUpWithinMs = 3_000;
const handOverMsMax = 30_000;
/**
 * It fetches far more than a service does, so that the queue and not the network bounds it, and says sooner how
 * far it is, because that is what tells that it has caught up.
 */
const pace: Pace = { bytesPerPartition: 4 * 1024 * 1024, commitEveryMs: 250 };

const isReached = (then: readonly GroupPlace[], now: readonly GroupPlace[]): boolean =>
  then.every(({ high }, index) => {
    const place = now[index];
    return place !== undefined && lagOf({ ...place, high }) === 0;
  });

/** Tells whether what the topics had a moment ago has been taken in. */
const catchingUp = () => {
  let looks: { at: number; places: readonly GroupPlace[] }[] = [];
  return (places: readonly GroupPlace[]): boolean => {
    const now = Date.now();
    looks = [...looks, { at: now, places }].filter(({ at }) => now - at <= caughtUpWithinMs);
    return looks.some((look) => isReached(look.places, places));
  };
};

const progressOf = (generation: number, places: readonly GroupPlace[]): BuildProgress => {
  const total = places.reduce((sum, { low, high }) => sum + high - low, 0);
  return { generation, total, done: total - places.reduce((sum, place) => sum + lagOf(place), 0) };
};

/** What is set aside in one generation, and neither set aside nor given up in the other. */
const newlyParked = async (
  { database, service }: BuildOptions,
  { name }: AnyProjection,
  [generation, serving]: readonly [number, number],
): Promise<number> => {
  const of = (among: number) => consumerNameOf(service, name, among);
  const idsIn = async (collection: string, consumer: string): Promise<string[]> => {
    const rows = await database
      .collection<{ _id: string; consumer: string }>(collection)
      .find({ consumer }, { projection: { _id: 1 } })
      .toArray();
    return rows.map(({ _id }) => _id.slice(consumer.length));
  };
  const known = new Set([
    ...(await idsIn('parked', of(serving))),
    ...(await idsIn('discarded', of(serving))),
  ]);
  return (await idsIn('parked', of(generation))).filter((id) => !known.has(id)).length;
};

/** A consumer whose end is told of, whichever way it comes. */
const startBuilder = async (
  projection: AnyProjection,
  generation: number,
  options: BuildOptions,
): Promise<{ stop(): Promise<void>; check(): void }> => {
  let fatal: { readonly error: unknown } | undefined;
  const running = await startEntry(
    projection,
    {
      pace,
      ...options,
      onFatal: (error) => {
        fatal = { error };
      },
    },
    generation,
  );
  return {
    stop: running.stop,
    check: () => {
      if (fatal) throw fatal.error;
    },
  };
};

/**
 * Takes events into a generation until it has caught up, lets it serve, and goes on until the services have
 * taken it over. Whatever it leaves half done the next one goes on with: the group's offsets tell where, and
 * the guards what has been done since. Several may build one generation; they share its partitions.
 */
export const buildGeneration = async (
  projection: AnyProjection,
  generation: number,
  was: 'building' | 'previous',
  options: BuildOptions,
): Promise<BuildOutcome> => {
  const { kafka, database, signal, onProgress, acceptParked = false } = options;
  const { generations } = database;
  const { name } = projection;
  const topics = topicsOf(projection).map((topic) => `${options.topicPrefix ?? ''}${topic}`);
  const groupId = groupOf(options, name, generation);
  await parkedRows(database).createIndex({ consumer: 1 });

  return withAdmin(kafka, async (admin) => {
    const builder = await startBuilder(projection, generation, options);

    /** Services stop taking the other generation in when they have heard of this one, and then take up this one. */
    const handOver = async (other: number) => {
      const deadline = Date.now() + handOverMsMax;
      const otherGroup = groupOf(options, name, other);
      while ((await membersOf(admin, otherGroup)) > 0 && Date.now() < deadline && !signal.aborted)
        await sleep(lookEveryMs);
    };

    const outcomeAfter = async (serving: number): Promise<BuildOutcome> => {
      const parked = await newlyParked(options, projection, [generation, serving]);
      if (parked > 0 && !acceptParked) return { outcome: 'parked', generation, parked };
      if (!(await generations.serve(name, generation, was)))
        return { outcome: 'lost', generation, parked };
      await handOver(serving);
      return { outcome: 'serves', generation, parked };
    };

    try {
      const hasCaughtUp = catchingUp();
      while (!signal.aborted) {
        builder.check();
        const row = await generations.read(name);
        if (row.serving === generation) return { outcome: 'serves', generation, parked: 0 };
        if (row[was] !== generation) return { outcome: 'lost', generation, parked: 0 };
        const places = await groupPlaces(admin, groupId, topics);
        onProgress?.(progressOf(generation, places));
        if (hasCaughtUp(places)) return await outcomeAfter(row.serving);
        await sleep(lookEveryMs);
      }
      return { outcome: 'stopped', generation, parked: 0 };
    } finally {
      await builder.stop();
    }
  });
};

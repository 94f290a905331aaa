import type { Database, EventRow } from '@steward/persistence';
import type { ClientSession } from 'mongodb';
import type { Received } from './message.ts';
import type { ProcessingContext } from './processing.ts';

export type Place = Pick<Received, 'topic' | 'key' | 'version'>;

/** Where somebody has come to in the stream of a message. */
export type ComeTo = (place: Place) => number;

/** What has to be taken in of a stream, and after what. */
export interface StreamOrder {
  readonly isWanted: (received: Pick<Received, 'wire'>) => boolean;
  /** Answers the version that has to be taken in before each of these, or one that has been already. */
  readonly befores: (
    places: readonly Place[],
    comeTo: ComeTo,
    session?: ClientSession,
  ) => Promise<ComeTo>;
}

/** Every fact, each after the one before it: all that can be told of a stream that another service writes. */
export const everyFact: StreamOrder = {
  isWanted: () => true,
  befores:
    async () =>
    ({ version }) =>
      version - 1,
};

interface Range extends Pick<Place, 'topic' | 'key'> {
  readonly after: number;
  readonly until: number;
}

const streamOf = ({ topic, key }: Pick<Place, 'topic' | 'key'>) => `${topic}|${key}`;

type Recorded = Pick<EventRow, 'topic' | 'key' | 'version' | 'wire' | 'recordedAt'>;

const recordedBetween = async (
  { collections: { events } }: Database,
  { ranges, wires }: { readonly ranges: readonly Range[]; readonly wires: readonly string[] },
  session: ClientSession | undefined,
): Promise<ReadonlyMap<string, readonly Recorded[]>> => {
  if (ranges.length === 0) return new Map();
  const places = ranges.map(({ topic, key, after, until }) => ({
    topic,
    key,
    version: { $gt: after, $lte: until },
  }));
  const rows = await events
    .find(
      { $or: places, wire: { $in: wires } },
      session ? { session } : { readConcern: { level: 'majority' } },
    )
    .project<Recorded>({ _id: 0, topic: 1, key: 1, version: 1, wire: 1, recordedAt: 1 })
    .toArray();
  return Map.groupBy(rows, streamOf);
};

const rangesOf = (places: readonly Place[], comeTo: ComeTo): Range[] =>
  [...Map.groupBy(places, streamOf).values()].flatMap((ofStream) => {
    const last = ofStream.reduce((one, other) => (one.version > other.version ? one : other));
    const after = comeTo(last);
    return last.version > after + 1 ? [{ ...last, after, until: last.version }] : [];
  });

/**
 * Only the facts that somebody asks for, each after the last such one. Which those are is in the history of
 * the stream, which the same database holds where our own service writes it: what has not been asked for needs
 * no guard, and costs nothing.
 */
export const factsAskedFor = (
  since: ReadonlyMap<string, Date>,
  { database }: Pick<ProcessingContext, 'database'>,
): StreamOrder => {
  const wires = [...since.keys()];
  const hasToCome = ({ wire, recordedAt }: Recorded): boolean =>
    recordedAt >= (since.get(wire) ?? recordedAt);

  return {
    isWanted: ({ wire }) => since.has(wire),
    befores: async (places, comeTo, session) => {
      const ranges = rangesOf(places, comeTo);
      const recorded = await recordedBetween(database, { ranges, wires }, session);
      return (place) => {
        const { version } = place;
        const after = comeTo(place);
        if (version <= after + 1) return after;
        const found = recorded.get(streamOf(place)) ?? [];
        // What nobody has recorded has no place in the history: then all has to come before it.
        if (!found.some((fact) => fact.version === version)) return version - 1;
        const earlier = found.filter((fact) => fact.version < version && hasToCome(fact));
        return Math.max(after, ...earlier.map((fact) => fact.version));
      };
    },
  };
};

import type { EventRow } from '@steward/persistence';
import type { ClientSession } from 'mongodb';
import type { Consumer } from './declare.ts';
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

const wantedBetween = (
  { database }: Pick<ProcessingContext, 'database'>,
  { topic, contracts }: Consumer,
) => {
  const wires = contracts.map(({ wire }) => wire);
  return async (
    ranges: readonly (Pick<Place, 'key'> & { readonly after: number; readonly until: number })[],
    session: ClientSession | undefined,
  ): Promise<ReadonlyMap<string, readonly number[]>> => {
    if (ranges.length === 0) return new Map();
    const rows = await database.collections.events
      .find(
        {
          topic,
          $or: ranges.map(({ key, after, until }) => ({
            key,
            version: { $gt: after, $lte: until },
          })),
          wire: { $in: wires },
        },
        session ? { session } : { readConcern: { level: 'majority' } },
      )
      .project<Pick<EventRow, 'key' | 'version'>>({ _id: 0, key: 1, version: 1 })
      .toArray();
    const versions = Map.groupBy(rows, ({ key }) => key);
    return new Map([...versions].map(([key, of]) => [key, of.map(({ version }) => version)]));
  };
};

/**
 * Only the facts that a consumer asks for, each after the last such one. Which those are is in the history of
 * the stream, which the same database holds where the consumer's own service writes it: what has not been
 * asked for needs no guard, and costs nothing.
 */
export const factsAskedFor = (
  consumer: Consumer,
  context: Pick<ProcessingContext, 'database'>,
): StreamOrder => {
  const wires = new Set(consumer.contracts.map(({ wire }) => wire));
  const between = wantedBetween(context, consumer);
  return {
    isWanted: ({ wire }) => wires.has(wire),
    befores: async (places, comeTo, session) => {
      const ranges = [...Map.groupBy(places, ({ key }) => key).values()].flatMap((ofStream) => {
        const last = ofStream.reduce((one, other) => (one.version > other.version ? one : other));
        const after = comeTo(last);
        return last.version > after + 1 ? [{ key: last.key, after, until: last.version }] : [];
      });
      const recorded = await between(ranges, session);
      return (place) => {
        const { key, version } = place;
        const after = comeTo(place);
        if (version <= after + 1) return after;
        const wanted = recorded.get(key) ?? [];
        // What nobody has recorded has no place in the history: then all has to come before it.
        if (!wanted.includes(version)) return version - 1;
        return Math.max(after, ...wanted.filter((earlier) => earlier < version));
      };
    },
  };
};

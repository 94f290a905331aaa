import { type Database, writeTogether } from '@steward/persistence';
import type { ClientSession, Collection } from 'mongodb';
import type { Received } from './message.ts';

/** A message that is set aside, whole, with the reason; everything after it in its stream follows it here. */
export interface ParkedRow {
  readonly _id: string;
  readonly guardId: string;
  readonly consumer: string;
  /** `gap`, `behind-parked`, `malformed-event`, `attempts-exhausted`, or the code of a refusal. */
  readonly reason: string;
  readonly detail: string;
  readonly parkedAt: Date;
  readonly version: number;
  readonly message: Omit<Received, 'body'> & { readonly body: string };
}

/** What a service has set aside. */
export const parkedRows = (database: Database): Collection<ParkedRow> =>
  database.collection<ParkedRow>('parked');

export interface Parking {
  readonly guardId: string;
  readonly consumer: string;
  readonly received: Received;
  readonly reason: string;
  readonly detail: string;
}

export const parkedRow = ({ guardId, consumer, received, reason, detail }: Parking): ParkedRow => ({
  _id: `${guardId}#${received.version}`,
  guardId,
  consumer,
  reason,
  detail,
  parkedAt: new Date(),
  version: received.version,
  message: { ...received, body: received.body.toString() },
});

export const receivedOf = ({ message }: ParkedRow): Received => ({
  ...message,
  body: Buffer.from(message.body),
});

/**
 * Sets messages aside. One that is set aside already stays as it is, for a redelivery knows no better why;
 * a replay has tried it again and does.
 */
export const park = async (
  collection: Collection<ParkedRow>,
  parkings: readonly Parking[],
  { isReplay, session }: { readonly isReplay: boolean; readonly session: ClientSession },
): Promise<void> => {
  if (parkings.length === 0) return;
  const operations = parkings.map(parkedRow).map(({ _id, reason, detail, ...row }) => ({
    updateOne: {
      filter: { _id },
      update: isReplay
        ? { $set: { reason, detail }, $setOnInsert: row }
        : { $setOnInsert: { reason, detail, ...row } },
      upsert: true,
    },
  }));
  await writeTogether(collection, operations, session);
};

export const prepareParked = async (parked: Collection<ParkedRow>): Promise<void> => {
  await parked.createIndex({ guardId: 1, version: 1 });
  await parked.createIndex({ consumer: 1 });
};

export interface ParkedCount {
  readonly consumer: string;
  readonly count: number;
}

/** What a service has set aside, by consumer; answered from the index of consumers alone. */
export const countParked = (database: Database): Promise<readonly ParkedCount[]> =>
  parkedRows(database)
    .aggregate<ParkedCount>([
      { $sort: { consumer: 1 } },
      { $project: { _id: 0, consumer: 1 } },
      { $group: { _id: '$consumer', count: { $sum: 1 } } },
      { $project: { _id: 0, consumer: '$_id', count: 1 } },
    ])
    .toArray();

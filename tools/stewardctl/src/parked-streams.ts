import { type ParkedRow, parkedRows } from '@steward/bus';
import type { OpenService } from './deployment.ts';

/** A stream that is set aside: why it stopped, and how much waits. */
export interface ParkedStream {
  readonly service: string;
  readonly consumer: string;
  /** The name by which a stream is shown, replayed and discarded. */
  readonly stream: string;
  readonly version: number;
  readonly reason: string;
  readonly detail: string;
  readonly since: Date;
  readonly messages: number;
}

export interface ParkedWish {
  readonly stream?: string | undefined;
  readonly consumer?: string | undefined;
  readonly reason?: string | undefined;
}

/** Consumers are known by their full name, or by it without the service. */
const filterOf = (service: string, { stream, consumer }: ParkedWish) => ({
  ...(stream !== undefined && { guardId: stream }),
  ...(consumer !== undefined && { consumer: { $in: [consumer, `${service}.${consumer}`] } }),
});

/** Streams in the order in which they stopped. */
export const parkedStreams = async (
  { service, database }: OpenService,
  wish: ParkedWish,
): Promise<ParkedStream[]> => {
  const first = (field: string) => ({ $first: `$${field}` });
  return parkedRows(database)
    .aggregate<ParkedStream>([
      { $match: filterOf(service, wish) },
      { $sort: { guardId: 1, version: 1 } },
      {
        $group: {
          _id: '$guardId',
          consumer: first('consumer'),
          version: first('version'),
          reason: first('reason'),
          detail: first('detail'),
          since: { $min: '$parkedAt' },
          messages: { $sum: 1 },
        },
      },
      { $match: wish.reason === undefined ? {} : { reason: wish.reason } },
      { $sort: { since: 1, _id: 1 } },
      { $set: { service, stream: '$_id' } },
      { $unset: '_id' },
    ])
    .toArray();
};

/** What is no event has no stream, is kept under its place in the topic, and cannot be replayed. */
export const isUnreadable = ({ version }: Pick<ParkedStream, 'version'>): boolean => version === 0;

export const parkedMessages = ({ database }: OpenService, stream: string): Promise<ParkedRow[]> =>
  parkedRows(database).find({ guardId: stream }).sort({ version: 1 }).toArray();

/** The service whose consumer a stream belongs to is the first part of its name. */
export const serviceOfStream = (stream: string): string => stream.slice(0, stream.indexOf('.'));

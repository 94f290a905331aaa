import type { OpenService } from './deployment.ts';
import { secondsText, table } from './table.ts';
import { count, type Setting, verb } from './verb.ts';

interface Flags {
  readonly service?: string;
  readonly maxAge?: number;
  readonly top: number;
}

interface Backlog {
  readonly pending: number;
  /** In microseconds, as positions are. */
  readonly oldest: number;
}

const backlogBy = async ({ database }: OpenService, field: 'topic' | 'lane', top: number) =>
  database.collections.events
    .aggregate<Backlog & { _id: string | number }>([
      { $match: { pending: true } },
      { $group: { _id: `$${field}`, pending: { $sum: 1 }, oldest: { $min: '$position' } } },
      { $sort: { oldest: 1 } },
      { $limit: top },
    ])
    .toArray();

const relaysOf = ({ database }: OpenService) =>
  database.collections.relays
    .aggregate<{ relay: string; lanes: number; leaseSeconds: number }>([
      { $lookup: { from: 'lanes', localField: '_id', foreignField: 'owner', as: 'lanes' } },
      {
        $project: {
          _id: 0,
          relay: '$_id',
          lanes: { $size: '$lanes' },
          leaseSeconds: {
            $dateDiff: { startDate: '$$NOW', endDate: '$until', unit: 'second' },
          },
        },
      },
    ])
    .toArray();

const ageOf = (positions: readonly Backlog[]): number =>
  positions.length === 0
    ? 0
    : Math.max(
        0,
        (Date.now() - Math.min(...positions.map(({ oldest }) => oldest)) / 1_000) / 1_000,
      );

const outboxOf = async (open: OpenService, top: number) => {
  const { database, service } = open;
  const lanes = await backlogBy(open, 'lane', top);
  const topics = await backlogBy(open, 'topic', top);
  const aged = ({ _id, ...backlog }: Backlog & { _id: string | number }) => ({
    pending: backlog.pending,
    oldestSeconds: ageOf([backlog]),
  });
  return {
    service,
    pending: await database.collections.events.countDocuments({ pending: true }),
    oldestSeconds: ageOf(lanes),
    topics: topics.map((row) => ({ topic: String(row._id), ...aged(row) })),
    lanes: lanes.map((row) => ({ lane: Number(row._id), ...aged(row) })),
    relays: await relaysOf(open),
  };
};

type Outbox = Awaited<ReturnType<typeof outboxOf>>;

const textOf = (outboxes: readonly Outbox[]): string => {
  const held = outboxes.flatMap(({ service, relays }) =>
    relays.map((relay) => ({ service, ...relay })),
  );
  const waiting = outboxes.flatMap(({ service, topics, lanes }) => [
    ...topics.map(({ topic, ...backlog }) => ({ service, where: topic, ...backlog })),
    ...lanes.map(({ lane, ...backlog }) => ({ service, where: `lane ${lane}`, ...backlog })),
  ]);
  const service = { name: 'service', of: (row: { readonly service: string }) => row.service };
  const backlog = [
    { name: 'pending', of: ({ pending }: { readonly pending: number }) => pending },
    {
      name: 'oldest',
      of: (row: { readonly pending: number; readonly oldestSeconds: number }) =>
        row.pending === 0 ? undefined : secondsText(row.oldestSeconds),
    },
  ];
  const parts = [
    table(
      [service, ...backlog, { name: 'relays', of: ({ relays }: Outbox) => relays.length }],
      outboxes,
    ),
    waiting.length > 0 &&
      table(
        [service, { name: 'where', of: ({ where }: { where: string }) => where }, ...backlog],
        waiting,
      ),
    held.length > 0 &&
      table<(typeof held)[number]>(
        [
          service,
          { name: 'relay', of: ({ relay }) => relay },
          { name: 'lanes', of: ({ lanes }) => lanes },
          { name: 'lease', of: ({ leaseSeconds }) => `${leaseSeconds} s` },
        ],
        held,
      ),
  ];
  return parts.filter((part) => part !== false).join('\n\n');
};

export const outboxVerb = (setting: Setting) =>
  verb<Flags>(
    'outbox',
    'per service what the broker does not have yet, since when, and who publishes it',
    setting,
    async ({ at, flags: { service, maxAge, top } }) => {
      const outboxes = await at.withServices(service === undefined ? [] : [service], (open) =>
        Promise.all(open.map((one) => outboxOf(one, top))),
      );
      const isUnhealthy =
        maxAge !== undefined && outboxes.some(({ oldestSeconds }) => oldestSeconds > maxAge);
      return { json: outboxes, text: textOf(outboxes), isUnhealthy };
    },
  )
    .option('--service <name>', 'only this service')
    .option('--max-age <seconds>', 'exit with 3 where something waits for longer', count)
    .option('--top <count>', 'how many topics and lanes, those that wait longest first', count, 5);

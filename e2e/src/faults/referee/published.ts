import type { EventRow } from '@steward/persistence';
import type { Facts, Invariant, LogEntry } from './facts.ts';
import { differenceOf, isSame } from './same.ts';
import { isEvent, streamIdOf, streamsOf } from './streams.ts';

const rowsById = ({ services }: Facts): ReadonlyMap<string, EventRow> =>
  new Map(services.flatMap(({ events }) => events.map((event) => [event._id, event] as const)));

/** Every committed event is in Kafka, and nothing else but what the suite put there. */
export const logHoldsWhatWasCommitted: Invariant = (facts) => {
  const rows = rowsById(facts);
  const found = new Set(
    facts.log.filter(({ id, poison }) => !poison || rows.has(id)).map(({ id }) => id),
  );
  const difference = differenceOf(rows.keys(), found);
  return difference ? [{ what: 'Kafka and the histories differ', evidence: difference }] : [];
};

const asRow = ({ topic, key, wire, version, body, correlationId, causationId, at }: LogEntry) => ({
  topic,
  key,
  wire,
  version,
  body,
  correlationId,
  causationId,
  at,
});

const asEntry = (row: EventRow): ReturnType<typeof asRow> => ({
  topic: row.topic,
  key: row.key,
  wire: row.wire,
  version: row.version,
  body: row.body,
  correlationId: row.correlationId,
  causationId: row.causationId ?? '',
  at: row.at.toISOString(),
});

/** What is in Kafka is the row, byte for byte, each time that it is there. */
export const logSaysWhatRowsSay: Invariant = (facts) => {
  const rows = rowsById(facts);
  return facts.log.flatMap((entry) => {
    const row = rows.get(entry.id);
    return !row || isSame(asRow(entry), asEntry(row))
      ? []
      : [{ what: `${streamIdOf(entry)} says something else in Kafka`, evidence: { entry, row } }];
  });
};

/** What was sent twice may be there twice; the first arrivals are in the order of the versions. */
export const firstArrivalsAreInOrder: Invariant = ({ log }) =>
  [...streamsOf(log.filter(({ poison }) => !poison))].flatMap(([stream, events]) => {
    const versions = events.map(({ version }) => version);
    return versions.every((version, index) => version === index + 1)
      ? []
      : [{ what: `${stream} first arrived out of order`, evidence: versions }];
  });

/** One aggregate, one partition: only there is there an order. */
export const streamsStayOnOnePartition: Invariant = ({ log }) =>
  [...Map.groupBy(log.filter(isEvent), streamIdOf)].flatMap(([stream, entries]) => {
    const partitions = [...new Set(entries.map(({ partition }) => partition))];
    return partitions.length > 1
      ? [{ what: `${stream} is on several partitions`, evidence: partitions }]
      : [];
  });

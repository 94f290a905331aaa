import type { Facts, Invariant, LogEntry, OffsetSample } from './facts.ts';
import { isEvent, takesIn } from './streams.ts';

const placeOf = ({ topic, partition }: { topic: string; partition: number }) =>
  `${topic}/${partition}`;

/** Whether a message had had its effect, or was set aside, when the sample was taken. */
const isSettled = (
  { entry, guards, parked }: OffsetSample,
  message: LogEntry,
  { topicPrefix, services }: Facts,
): boolean => {
  const { topic, partition, offset, key, version } = message;
  if (!isEvent(message))
    return parked.has(`${entry}|${topicPrefix}${topic}|${partition}@${offset}`);
  const heard = services.flatMap(({ model }) => model.entries).find(({ name }) => name === entry);
  if (heard && !takesIn(heard, message)) return true;
  const guardId = `${entry}|${topic}|${key}`;
  return (guards.get(guardId) ?? 0) >= version || parked.has(`${guardId}#${version}`);
};

/** Kafka is never told of more than has had its effect: what it is told of is not sent again. */
export const offsetsAreBehindEffects: Invariant = (facts) => {
  const byPlace = Map.groupBy(facts.log, placeOf);
  return facts.samples.flatMap((sample) =>
    sample.committed.flatMap((committed) => {
      const told = (byPlace.get(placeOf(committed)) ?? []).filter(
        ({ offset }) => offset < committed.offset,
      );
      const ahead = told.find((message) => !isSettled(sample, message, facts));
      const { at, entry } = sample;
      return ahead
        ? [
            {
              what: `the offset of ${entry} was ahead of its effects`,
              evidence: { at, committed, ahead },
            },
          ]
        : [];
    }),
  );
};

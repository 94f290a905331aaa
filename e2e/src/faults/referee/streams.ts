import type { LogEntry } from './facts.ts';
import type { Entry } from './model.ts';

export const streamIdOf = ({ topic, key }: { readonly topic: string; readonly key: string }) =>
  `${topic}/${key}`;

/** Whether a message belongs to a stream at all: with a key, a body and what makes it an event. */
export const isEvent = (entry: LogEntry): boolean => {
  const { key, isBodiless, id, wire, at, version, correlationId } = entry;
  const isComplete = [key, id, wire, correlationId].every((part) => part !== '');
  return isComplete && !isBodiless && version > 0 && !Number.isNaN(Date.parse(at));
};

/** The first arrival of each version, by stream: what a consumer has to go by. */
export const streamsOf = (log: readonly LogEntry[]): ReadonlyMap<string, readonly LogEntry[]> => {
  const seen = new Set<string>();
  const first = log.filter((entry) => {
    const place = `${streamIdOf(entry)}#${entry.version}`;
    if (!isEvent(entry) || seen.has(place)) return false;
    seen.add(place);
    return true;
  });
  return Map.groupBy(first, streamIdOf);
};

export const hears = ({ topics }: Entry, { topic }: Pick<LogEntry, 'topic'>): boolean =>
  topics.includes(topic);

export const guardIdOf = (entry: Entry, { topic, key }: Pick<LogEntry, 'topic' | 'key'>): string =>
  `${entry.name}|${topic}|${key}`;

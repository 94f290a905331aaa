import type { LogEntry } from './facts.ts';
import type { Entry } from './model.ts';

/** Whether a consumer hears what its own service writes. */
export const isOwn = ({ service, consumer }: Entry, { topic }: Pick<LogEntry, 'topic'>): boolean =>
  consumer !== undefined && topic.startsWith(`${service}.`);

/** Whether an entry has anything to do with a fact; a read model decides that for itself. */
export const isAsked = ({ consumer }: Entry, { wire }: Pick<LogEntry, 'wire'>): boolean =>
  !consumer || consumer.contracts.some((asked) => asked.wire === wire);

/**
 * Whether an entry has to take a message in. A consumer knows from its own service's history what it has not
 * asked for there; of what another service writes it has to see every fact.
 */
export const takesIn = (entry: Entry, { topic, wire }: Pick<LogEntry, 'topic' | 'wire'>): boolean =>
  !isOwn(entry, { topic }) || isAsked(entry, { wire });

export const streamIdOf = ({ topic, key }: { readonly topic: string; readonly key: string }) =>
  `${topic}/${key}`;

/** Whether a message belongs to a stream at all: with a key, a body and what makes it an event. */
export const isEvent = (entry: LogEntry): boolean => {
  const { key, isBodiless, id, wire, at, version, correlationId } = entry;
  const isComplete = [key, id, wire, correlationId].every((part) => part !== '');
  return isComplete && !isBodiless && version > 0 && !Number.isNaN(Date.parse(at));
};

export const placeOf = (event: Pick<LogEntry, 'topic' | 'key' | 'version'>): string =>
  `${streamIdOf(event)}#${event.version}`;

/** The first arrival of each version, by stream: what a consumer has to go by. */
export const streamsOf = (log: readonly LogEntry[]): ReadonlyMap<string, readonly LogEntry[]> => {
  const seen = new Set<string>();
  const first = log.filter((entry) => {
    const place = placeOf(entry);
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

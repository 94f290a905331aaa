import type { LogEntry } from './facts.ts';
import type { Entry } from './model.ts';

/** Whether an entry asks for some facts only of what its own service writes. */
export const isOwn = (entry: Entry): boolean =>
  askedBy(entry) !== undefined &&
  entry.topics.every((topic) => topic.startsWith(`${entry.service}.`));

const askedBy = ({ consumer, projection }: Entry) => consumer?.contracts ?? projection?.facts;

/** Whether an entry has anything to do with a fact. */
export const isAsked = (entry: Entry, { wire }: Pick<LogEntry, 'wire'>): boolean =>
  askedBy(entry)?.some((asked) => asked.wire === wire) ?? true;

/**
 * Whether an entry has to take a message in. What its own service's history knows it has not asked
 * for it does not have to see; of what another service writes it has to see every fact.
 */
export const takesIn = (entry: Entry, event: Pick<LogEntry, 'wire'>): boolean =>
  !isOwn(entry) || isAsked(entry, event);

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

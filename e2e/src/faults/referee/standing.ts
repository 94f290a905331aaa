import { eventByWire, validator } from '@steward/contracts';
import type { Facts, LogEntry } from './facts.ts';
import type { Entry } from './model.ts';
import { guardIdOf, hears, isAsked, isOwn, placeOf, streamsOf, takesIn } from './streams.ts';

/** Where an entry must stand in a stream, given what is in Kafka: no more, no less. */
export interface Standing {
  readonly entry: Entry;
  readonly guardId: string;
  readonly applied: readonly LogEntry[];
  /** What must be set aside, and why. */
  readonly parked: ReadonlyMap<number, string>;
}

const validators = new Map<string, ReturnType<typeof validator>>();

const isReadable = ({ wire, body }: LogEntry): boolean => {
  const contract = eventByWire(wire);
  if (!contract) return false;
  const check = validators.get(wire) ?? validator(contract.data);
  validators.set(wire, check);
  try {
    return check(JSON.parse(body)).ok;
  } catch {
    // JSON that is none is what some of the poison is made of.
    return false;
  }
};

const publishedOf = ({ services }: Facts): ReadonlySet<string> =>
  new Set(
    services.flatMap(({ events }) =>
      events.filter(({ wire }) => wire.endsWith('.offering.published.v1')).map(({ key }) => key),
    ),
  );

/** The one refusal that the load provokes in a consumer: a win of something that is not on sale yet. */
const refusalOf = (facts: Facts) => {
  const published = publishedOf(facts);
  const missing = facts.lateOfferings.filter((offeringId) => !published.has(offeringId));
  return (entry: Entry, { body }: LogEntry): string | undefined =>
    entry.name === 'service-productization.startSubscriptionsOnOpportunityWon' &&
    missing.some((offeringId) => body.includes(`"${offeringId}"`))
      ? 'offering-not-found'
      : undefined;
};

type Refusal = ReturnType<typeof refusalOf>;

/** Why this entry cannot take this event; nothing where it can. A consumer reads only what it asks for. */
const faultOf = (entry: Entry, event: LogEntry, refusal: Refusal): string | undefined => {
  if (!isAsked(entry, event)) return undefined;
  return isReadable(event) ? refusal(entry, event) : 'malformed-event';
};

interface Judging {
  readonly refusal: Refusal;
  /** Whether the service that a fact is of has it in its history. */
  readonly isRecorded: (event: LogEntry) => boolean;
}

const judgingOf = (facts: Facts): Judging => {
  const recorded = new Set(facts.services.flatMap(({ events }) => events).map(placeOf));
  return { refusal: refusalOf(facts), isRecorded: (event) => recorded.has(placeOf(event)) };
};

const standingIn = (
  entry: Entry,
  guardId: string,
  stream: readonly LogEntry[],
  { refusal, isRecorded }: Judging,
): Standing => {
  const applied: LogEntry[] = [];
  const parked = new Map<number, string>();
  const taken = stream.filter((event) => takesIn(entry, event));
  for (const event of taken.toSorted((one, other) => one.version - other.version)) {
    const comeTo = applied.at(-1)?.version ?? 0;
    const isNext = event.version === comeTo + 1 || (isOwn(entry) && isRecorded(event));
    const fault = isNext ? faultOf(entry, event, refusal) : 'gap';
    if (parked.size > 0) parked.set(event.version, 'behind-parked');
    else if (fault) parked.set(event.version, fault);
    else applied.push(event);
  }
  return { entry, guardId, applied, parked };
};

/** Where every entry must stand in every stream that it hears. */
export const standings = (facts: Facts): readonly Standing[] => {
  const judging = judgingOf(facts);
  const streams = [...streamsOf(facts.log).values()];
  const entries = facts.services.flatMap(({ model }) => model.entries);
  return entries.flatMap((entry) =>
    streams.flatMap((stream) => {
      const [first] = stream;
      return first && hears(entry, first)
        ? [standingIn(entry, guardIdOf(entry, first), stream, judging)]
        : [];
    }),
  );
};

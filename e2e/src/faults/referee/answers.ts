import type { EventRow } from '@steward/persistence';
import {
  type Attempt,
  type Intention,
  isDefinite,
  type Verdict,
  verdictOf,
} from '../load/journal.ts';
import type { Facts, Invariant } from './facts.ts';
import { differenceOf } from './same.ts';

const allEvents = ({ services }: Facts) => services.flatMap(({ events }) => events);

/** What requests led to directly; what followed from their events has a cause. */
const ofRequests = (facts: Facts): ReadonlyMap<string, readonly EventRow[]> =>
  Map.groupBy(
    allEvents(facts).filter(({ causationId }) => causationId === undefined),
    ({ correlationId }) => correlationId,
  );

const isAnsweredBy = (
  { topic }: Intention,
  { id, version }: Extract<Verdict, { is: 'done' }>,
  events: readonly EventRow[],
): boolean =>
  events.every((event) => event.topic === topic && event.key === id) &&
  Math.max(...events.map((event) => event.version)) === version;

const faultOf = (intention: Intention, events: readonly EventRow[]): string | undefined => {
  const verdict = verdictOf(intention);
  // No decision of the platform says the same thing twice, so a fact that is there twice was decided twice.
  if (new Set(events.map(({ wire }) => wire)).size < events.length)
    return 'a request took effect more than once';
  if (verdict.is === 'refused' && events.length > 0)
    return 'a request that was refused took effect';
  if (verdict.is !== 'done') return undefined;
  if (events.length === 0) return 'a request that was answered with success left no event';
  return isAnsweredBy(intention, verdict, events)
    ? undefined
    : 'the answer of a request names another version than its events';
};

/** Every success is in the history, under its key, once; a refusal is not there at all. */
export const answersAreInHistory: Invariant = (facts) => {
  const events = ofRequests(facts);
  return facts.intentions.flatMap((intention) => {
    const found = events.get(intention.key) ?? [];
    const what = faultOf(intention, found);
    const versions = found.map(({ topic, key, version, wire }) => ({ topic, key, version, wire }));
    return what ? [{ what, evidence: { intention, events: versions } }] : [];
  });
};

/** Every success is in a state at that version or a later one. */
export const answersAreInState: Invariant = ({ services, intentions }) => {
  const versions = new Map(
    services.flatMap(({ states }) =>
      [...states].flatMap(([topic, rows]) =>
        rows.map(({ _id, version }) => [`${topic}/${_id}`, version] as const),
      ),
    ),
  );
  return intentions.flatMap((intention) => {
    const verdict = verdictOf(intention);
    if (verdict.is !== 'done') return [];
    const version = versions.get(`${intention.topic}/${verdict.id}`) ?? 0;
    return version >= verdict.version
      ? []
      : [{ what: 'a success is not in the state', evidence: { intention, version } }];
  });
};

const endOf = ({ at, ms }: Attempt): number => Date.parse(at) + ms;

/** Only what the request has done itself can be in its way so. */
const isOwnDoing = ({ code = '' }: Attempt): boolean => code.includes('already');

/**
 * A success is the same success however often it is asked for, and is refused no more: neither to one who asks
 * after its answer, nor because of itself to one who asked at the same time. A refusal is not remembered: the
 * same request may succeed once what it needs has arrived.
 */
export const requestsHaveOneResult: Invariant = ({ intentions }) =>
  intentions.flatMap((intention) => {
    const { attempts } = intention;
    const successes = attempts.filter(({ changed }) => changed);
    const results = new Set(successes.map(({ changed }) => `${changed?.id}@${changed?.version}`));
    const firstMs = Math.min(...successes.map(endOf));
    const refusals = attempts.filter((attempt) => isDefinite(attempt) && !attempt.changed);
    const isRevoked = refusals.some(
      (attempt) => Date.parse(attempt.at) > firstMs || (results.size > 0 && isOwnDoing(attempt)),
    );
    return results.size > 1 || isRevoked
      ? [{ what: 'a request was given more than one result', evidence: intention }]
      : [];
  });

const receiptIdOf = ({ subject, route, params, key }: Intention): string =>
  [subject, route, ...params, key].join('|');

/** Receipts are those of the requests that took effect: none is missing, and none is left over. */
export const receiptsAreThoseOfSuccesses: Invariant = (facts) => {
  const events = ofRequests(facts);
  const effective = facts.intentions.filter(({ key }) => events.has(key));
  const found = facts.services.flatMap(({ receipts }) => receipts.map(({ _id }) => _id));
  const difference = differenceOf(effective.map(receiptIdOf), found);
  return difference ? [{ what: 'receipts and requests differ', evidence: difference }] : [];
};

/** At the end there is nothing of which nobody knows what became of it. */
export const nothingIsUnknown: Invariant = ({ intentions }) =>
  intentions
    .filter((intention) => verdictOf(intention).is === 'unknown')
    .map((intention) => ({ what: 'a request was never answered definitely', evidence: intention }));

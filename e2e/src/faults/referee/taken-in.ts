import type { Occurrence } from '@steward/bus';
import { eventByWire } from '@steward/contracts';
import type { Facts, Invariant, LogEntry } from './facts.ts';
import type { Entry } from './model.ts';
import { differenceOf, isSame } from './same.ts';
import { type Standing, standings } from './standing.ts';
import { hears, isEvent } from './streams.ts';

/** Every guard stands where its stream ends, or where something is set aside; there is no other guard. */
export const guardsStandAtTheEnd: Invariant = (facts) => {
  const expected = standings(facts).flatMap(({ guardId, applied, parked }) => {
    const [from = ''] = parked.keys();
    const last = applied.at(-1)?.version ?? 0;
    if (last === 0 && from === '') return [];
    return [`${guardId} at ${last} ${from && `set aside from ${from}`}`];
  });
  const guards = facts.services.flatMap((service) => service.guards);
  const found = guards.map(
    ({ _id, version, parkedFrom = '' }) =>
      `${_id} at ${version} ${parkedFrom && `set aside from ${parkedFrom}`}`,
  );
  const difference = differenceOf(expected, found);
  return difference ? [{ what: 'guards stand elsewhere', evidence: difference }] : [];
};

const unreadablePlaces = ({ services, log, topicPrefix }: Facts): string[] =>
  services
    .flatMap(({ model }) => model.entries)
    .flatMap((entry) =>
      log
        .filter((message) => !isEvent(message) && hears(entry, message))
        .map(
          ({ topic, partition, offset }) =>
            `${entry.name}|${topicPrefix}${topic}|${partition}@${offset} malformed-event`,
        ),
    );

const parkedOf = ({ guardId, parked }: Standing): string[] =>
  [...parked].map(([version, reason]) => `${guardId}#${version} ${reason}`);

/** Set aside is what has to be, for the right reason, and nothing else. */
export const setAsideIsWhatMustBe: Invariant = (facts) => {
  const expected = [...standings(facts).flatMap(parkedOf), ...unreadablePlaces(facts)];
  const parked = facts.services.flatMap((service) => service.parked);
  const difference = differenceOf(
    expected,
    parked.map(({ _id, reason }) => `${_id} ${reason}`),
  );
  return difference ? [{ what: 'something else is set aside', evidence: difference }] : [];
};

const occurrenceOf = ({ id, topic, key, version, at, wire, body }: LogEntry) => {
  const type = eventByWire(wire)?.type ?? wire;
  return { id, topic, key, version, at, type, data: JSON.parse(body) };
};

type Fold = {
  readonly keyOf: (event: Occurrence) => string | undefined;
  readonly apply: (row: object | undefined, event: Occurrence) => object | undefined;
};

/** The read model that the log comes to, stream by stream: no row of ours is shared by two streams. */
export const foldedView = (
  entry: Entry,
  taken: readonly Standing[],
): ReadonlyMap<string, object> => {
  const fold = entry.projection as unknown as Fold;
  const rows = new Map<string, object>();
  for (const event of taken.flatMap(({ applied }) => applied).map(occurrenceOf)) {
    const key = fold.keyOf(event);
    if (key === undefined) continue;
    const row = fold.apply(rows.get(key), event);
    if (row) rows.set(key, row);
    else rows.delete(key);
  }
  return rows;
};

/** Each read model is what the log comes to, folded by the read model's own rule. */
export const viewsAreFolds: Invariant = (facts) => {
  const taken = Map.groupBy(standings(facts), ({ entry }) => entry.name);
  return facts.services.flatMap(({ model, views }) =>
    model.entries
      .filter(({ projection }) => projection)
      .flatMap((entry) => {
        const expected = foldedView(entry, taken.get(entry.name) ?? []);
        const found = views.get(entry.projection?.name ?? '') ?? new Map<string, object>();
        const keys = [...new Set([...expected.keys(), ...found.keys()])];
        return keys
          .filter((key) => !isSame(expected.get(key), found.get(key)))
          .map((key) => ({
            what: `${entry.name} has another row for ${key}`,
            evidence: { expected: expected.get(key), found: found.get(key) },
          }));
      }),
  );
};

import type { NounContract } from '@steward/contracts';
import { type Aggregate, type Decision, type Erasure, Refusal } from '@steward/domain';
import type { Collection } from 'mongodb';
import type { Because } from './because.ts';
import type { Decided } from './change.ts';
import { rewritesOf, rowsUpTo } from './erase.ts';
import { type AnyEvent, eventOf, newRows, type RowContext } from './event-rows.ts';
import { StaleVersion } from './failures.ts';
import type { EventRow, StateRow } from './rows.ts';

export interface Source<State, Event extends AnyEvent> {
  readonly noun: NounContract;
  readonly aggregate: Aggregate<State, Event>;
  readonly collection: Collection<StateRow<State>>;
}

export interface DecideContext extends RowContext {
  readonly events: Collection<EventRow>;
}

/** Of what does not exist for the caller no version is told either. */
const staleOrUnseen = (decide: () => unknown, stale: StaleVersion): Error => {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'notFound') return error;
  }
  return stale;
};

/** What decisions and erasures come to, on a state that was read. */
export const decider = <State, Event extends AnyEvent>(
  { noun, aggregate, collection }: Source<State, Event>,
  context: DecideContext,
) => {
  /** What was read, or what there is before anything has happened. */
  const foundOr = (id: string, found: StateRow<State> | undefined): StateRow<State> =>
    found ?? { _id: id, version: 0, position: 0, state: aggregate.initial };

  const requireMatch = (
    { _id, version }: StateRow<State>,
    { ifMatch }: Because,
    decide: () => unknown,
  ) => {
    if (ifMatch !== undefined && ifMatch !== version)
      throw staleOrUnseen(decide, new StaleVersion(_id, version));
  };

  /** What comes of events that were decided on at `before`, where `past` is what led there. */
  const decidedAt = (
    before: StateRow<State>,
    { past, events }: { readonly past: State; readonly events: readonly Event[] },
    because: Because,
  ): Decided => {
    const { _id, version, position } = before;
    const rows = newRows(noun, before, events, because, context);
    const row = {
      _id,
      version: version + rows.length,
      position: rows.at(-1)?.position ?? position,
      state: events.reduce(aggregate.evolve, past),
    };
    const write = { collection: collection as unknown as Collection<StateRow>, from: version, row };
    return { version: row.version, write, events: rows };
  };

  const decideOn = (
    before: StateRow<State>,
    decision: Decision<State, Event>,
    because: Because,
  ): Decided => {
    const { version, state } = before;
    requireMatch(before, because, () => decision(state));
    const events = decision(state);
    if (events.length === 0) return { version, events: [] };
    return decidedAt(before, { past: state, events }, because);
  };

  /** The state is the fold of what is left, so that no rule has to blank it by other means. */
  const eraseFrom = async (
    before: StateRow<State>,
    erasure: Erasure<State, Event>,
    because: Because,
  ): Promise<Decided> => {
    const { _id, version, state } = before;
    const rows = await rowsUpTo(context.events, { topic: noun.topic, key: _id, version });
    const facts = rows.map((row) => eventOf(noun, row) as unknown as Event);
    requireMatch(before, because, () => erasure(state, facts));
    const { left, events } = erasure(state, facts);
    const rewrites = rewritesOf(rows, left);
    if (rewrites.length === 0) return { version, events: [] };
    if (events.length === 0) throw new Error(`Nothing would tell what was erased of ${_id}`);
    const past = left.reduce(aggregate.evolve, aggregate.initial);
    return { ...decidedAt(before, { past, events }, because), rewrites };
  };

  return { foundOr, decideOn, eraseFrom };
};

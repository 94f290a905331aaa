import type { HistoryEntry } from '@steward/contracts';
import type { Decision, Erasure } from '@steward/domain';
import type { Collection, Filter } from 'mongodb';
import { Batcher } from './batcher.ts';
import type { Because, Change } from './because.ts';
import type { Step } from './change.ts';
import { type DecideContext, decider, type Source } from './decider.ts';
import type { AnyEvent } from './event-rows.ts';
import { type Page, type PageRequest, pageAfter } from './page.ts';
import type { EventRow, StateRow } from './rows.ts';

/** A state with the id and version that it was read at. */
export interface Read<State> {
  readonly id: string;
  readonly version: number;
  readonly state: State;
}

/** Equality on fields of the state; a field that is undefined does not filter. */
export type StateFilter<State> = { readonly [Field in KeysOf<State>]?: unknown };
type KeysOf<State> = State extends unknown ? keyof State & string : never;

/** All aggregates of one noun. */
export interface Store<State, Event extends AnyEvent> {
  /**
   * Runs one decision against the current state and commits the new state, its events, the receipt and the
   * guard of its cause together, or not at all.
   */
  change(id: string, decision: Decision<State, Event>, because: Because): Promise<Change>;
  /**
   * `change` for what is probably new, such as something under a fresh id: decides as if there were nothing,
   * without looking, and looks only where that is refused or there is something already.
   */
  create(id: string, decision: Decision<State, Event>, because: Because): Promise<Change>;
  /** A decision for `changeTogether`, which commits several as one. */
  step(id: string, decision: Decision<State, Event>): Step;
  /**
   * Takes words out of the past of one aggregate, and adds the facts that tell of it, in one transaction. The
   * earlier events get other bodies and keep all else; the state becomes what they come to now. Where nothing is
   * left to erase nothing happens.
   *
   * It reaches this database. Kafka keeps what was published for as long as the topic keeps it; an event that is
   * being published in that moment leaves with the old body or with the new one. Consumers hear of the erasure
   * after the words, also when a read model is rebuilt, and have to erase their own. What was set aside keeps what
   * it holds, and so does a backup.
   */
  erase(id: string, erasure: Erasure<State, Event>, because: Because): Promise<Change>;
  /** An erasure for `changeTogether`. */
  erasing(id: string, erasure: Erasure<State, Event>): Step;
  read(id: string): Promise<Read<State> | undefined>;
  /** The ids of states whose field names a moment that has come, the longest due first. */
  due(field: KeysOf<State>, by: Date, limit: number): Promise<string[]>;
  list(filter: StateFilter<State>, request: PageRequest): Promise<Page<Read<State>>>;
  /** Every event of one aggregate in order, or those of some types. */
  history(id: string, request: PageRequest, types?: readonly string[]): Promise<Page<HistoryEntry>>;
}

export interface StoreContext extends DecideContext {
  readonly changeTogether: (steps: readonly Step[], because: Because) => Promise<Change>;
}

/**
 * States that are asked for at the same time are read together. Only what a majority holds is decided on: a
 * state that a new primary could take back might come again under the same version with other content.
 */
const loader = <State>(collection: Collection<StateRow<State>>) =>
  new Batcher<string, StateRow<State> | undefined>({
    itemsMax: 200,
    inFlightMax: 4,
    flush: async (ids) => {
      const filter = { _id: { $in: [...new Set(ids)] } } as Filter<StateRow<State>>;
      const rows = (await collection
        .find(filter, { readConcern: { level: 'majority' } })
        .toArray()) as StateRow<State>[];
      const byId = new Map(rows.map((row) => [row._id, row]));
      return ids.map((id) => byId.get(id));
    },
  });

const historyEntry =
  (wireTypes: ReadonlyMap<string, string>) =>
  (row: EventRow): HistoryEntry => ({
    id: row._id,
    version: row.version,
    type: wireTypes.get(row.wire) ?? row.wire,
    data: JSON.parse(row.body),
    occurredAt: row.at.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    actor: row.actor,
    correlationId: row.correlationId,
    ...(row.reason !== undefined && { reason: row.reason }),
    ...(row.causationId !== undefined && { causationId: row.causationId }),
  });

/** Who brings one thing twice may bring all of them twice, and a vain attempt costs the others of its group, too. */
const doubtsAfterOne = 64;

const byId = { by: '_id', direction: 1, isUnique: true } as const;
const byVersion = { by: 'version', direction: 1, isUnique: true } as const;

/** What can be asked of many states at once, or of the past of one. */
const questions = <State, Event extends AnyEvent>(
  { noun, collection }: Pick<Source<State, Event>, 'noun' | 'collection'>,
  { events }: StoreContext,
): Pick<Store<State, Event>, 'due' | 'list' | 'history'> => {
  const toEntry = historyEntry(new Map(noun.events.map(({ wire, type }) => [wire, type])));
  return {
    due: async (field, by, limit) => {
      const rows = await collection
        .find({ [`state.${field}`]: { $lte: by.toISOString() } } as Filter<StateRow<State>>)
        .project<{ _id: string }>({ _id: 1 })
        .sort({ [`state.${field}`]: 1 })
        .limit(limit)
        .toArray();
      return rows.map(({ _id }) => _id);
    },
    list: async (filter, request) => {
      const wanted = Object.entries(filter)
        .filter(([, value]) => value !== undefined)
        .map(([field, value]) => [`state.${field}`, value]);
      const page = await pageAfter(collection, Object.fromEntries(wanted), byId, request);
      return {
        ...page,
        items: page.items.map(({ _id, version, state }) => ({ id: _id, version, state })),
      };
    },
    history: async (id, request, types) => {
      const wires = noun.events.filter(({ type }) => types?.includes(type)).map(({ wire }) => wire);
      const stream = { topic: noun.topic, key: id, ...(types && { wire: { $in: wires } }) };
      const page = await pageAfter(events, stream, byVersion, request);
      return { ...page, items: page.items.map(toEntry) };
    },
  };
};

export const store = <State, Event extends AnyEvent>(
  source: Source<State, Event>,
  context: StoreContext,
): Store<State, Event> => {
  const { noun, collection } = source;
  const states = loader(collection);
  const { foundOr, decideOn, eraseFrom } = decider(source, context);
  const turnOf = (id: string): string => `${noun.topic}/${id}`;

  const erasing = (id: string, erasure: Erasure<State, Event>): Step => ({
    id,
    turn: turnOf(id),
    decide: async (because) => eraseFrom(foundOr(id, await states.add(id)), erasure, because),
  });

  const step = (id: string, decision: Decision<State, Event>): Step => ({
    id,
    turn: turnOf(id),
    decide: async (because) => decideOn(foundOr(id, await states.add(id)), decision, because),
  });

  let doubts = 0;

  const creation = (id: string, decision: Decision<State, Event>): Step => {
    const looking = step(id, decision);
    let hasTried = false;
    return {
      ...looking,
      decide: async (because) => {
        if (hasTried) doubts = doubtsAfterOne;
        if (doubts > 0) {
          doubts -= 1;
          return looking.decide(because);
        }
        hasTried = true;
        try {
          return decideOn(foundOr(id, undefined), decision, because);
        } catch {
          // Whether it is refused, and why, is for what is really there to say.
          return looking.decide(because);
        }
      },
    };
  };

  return {
    step,
    erasing,
    erase: (id, erasure, because) => context.changeTogether([erasing(id, erasure)], because),
    change: (id, decision, because) => context.changeTogether([step(id, decision)], because),
    create: (id, decision, because) => context.changeTogether([creation(id, decision)], because),
    read: async (id) => {
      const row = await states.add(id);
      return row && { id, version: row.version, state: row.state };
    },
    ...questions({ noun, collection }, context),
  };
};

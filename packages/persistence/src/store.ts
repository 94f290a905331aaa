import type { HistoryEntry, NounContract } from '@steward/contracts';
import type { Aggregate, Decision } from '@steward/domain';
import { Refusal } from '@steward/domain';
import type { Collection, Filter } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';
import { Batcher } from './batcher.ts';
import type { Because, Change } from './because.ts';
import type { Decided, Step } from './change.ts';
import { StaleVersion } from './failures.ts';
import { type Page, type PageRequest, pageAfter } from './page.ts';
import { laneOf } from './position.ts';
import { causeOf, type EventRow, type StateRow } from './rows.ts';

export interface AnyEvent {
  readonly type: string;
  readonly data: unknown;
}

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
  read(id: string): Promise<Read<State> | undefined>;
  /** The ids of states whose field names a moment that has come, the longest due first. */
  due(field: KeysOf<State>, by: Date, limit: number): Promise<string[]>;
  list(filter: StateFilter<State>, request: PageRequest): Promise<Page<Read<State>>>;
  /** Every event of one aggregate in order, or those of some types. */
  history(id: string, request: PageRequest, types?: readonly string[]): Promise<Page<HistoryEntry>>;
}

export interface StoreContext {
  readonly events: Collection<EventRow>;
  readonly now: () => Date;
  readonly nextPosition: (after: number) => number;
  readonly changeTogether: (steps: readonly Step[], because: Because) => Promise<Change>;
}

interface Source<State, Event extends AnyEvent> {
  readonly noun: NounContract;
  readonly aggregate: Aggregate<State, Event>;
  readonly collection: Collection<StateRow<State>>;
}

/** Kafka takes messages of up to a megabyte; what could never be published is not accepted either. */
const bodyBytesMax = 900_000;

const bodyOf = (wire: string, data: unknown): string => {
  const body = JSON.stringify(data);
  if (Buffer.byteLength(body) > bodyBytesMax)
    throw new Refusal(
      'invalid',
      'event-too-large',
      `${wire} would be larger than can be published`,
    );
  return body;
};

const rowsOf = (
  { topic, events: contracts }: NounContract,
  before: { readonly id: string; readonly version: number; readonly position: number },
  events: readonly AnyEvent[],
  because: Because,
  { now, nextPosition }: StoreContext,
): EventRow[] => {
  const shared = {
    topic,
    key: before.id,
    lane: laneOf(before.id),
    recordedAt: now(),
    ...causeOf(because),
  };
  let { version, position } = before;
  return events.map(({ type, data }) => {
    const wire = contracts.find((contract) => contract.type === type)?.wire;
    if (!wire) throw new Error(`${type} is not an event of ${topic}`);
    version += 1;
    position = nextPosition(position);
    return {
      _id: uuidv7(),
      wire,
      version,
      position,
      body: bodyOf(wire, data),
      ...shared,
      pending: true,
    };
  });
};

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

/** Of what does not exist for the caller no version is told either. */
const staleOrUnseen = (decide: () => unknown, stale: StaleVersion): Error => {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'notFound') return error;
  }
  return stale;
};

export const store = <State, Event extends AnyEvent>(
  { noun, aggregate, collection }: Source<State, Event>,
  context: StoreContext,
): Store<State, Event> => {
  const states = loader(collection);

  const decideOn = (
    found: StateRow<State> | undefined,
    id: string,
    decision: Decision<State, Event>,
    because: Because,
  ): Decided => {
    const { state = aggregate.initial, version = 0, position = 0 } = found ?? {};
    if (because.ifMatch !== undefined && because.ifMatch !== version)
      throw staleOrUnseen(() => decision(state), new StaleVersion(id, version));
    const events = decision(state);
    if (events.length === 0) return { version, events: [] };
    const rows = rowsOf(noun, { id, version, position }, events, because, context);
    const row = {
      _id: id,
      version: version + rows.length,
      position: rows.at(-1)?.position ?? position,
      state: events.reduce(aggregate.evolve, state),
    };
    const write = { collection: collection as unknown as Collection<StateRow>, from: version, row };
    return { version: row.version, write, events: rows };
  };

  const step = (id: string, decision: Decision<State, Event>): Step => ({
    id,
    turn: `${noun.topic}/${id}`,
    decide: async (because) => decideOn(await states.add(id), id, decision, because),
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
          return decideOn(undefined, id, decision, because);
        } catch {
          // Whether it is refused, and why, is for what is really there to say.
          return looking.decide(because);
        }
      },
    };
  };

  return {
    step,
    change: (id, decision, because) => context.changeTogether([step(id, decision)], because),
    create: (id, decision, because) => context.changeTogether([creation(id, decision)], because),
    read: async (id) => {
      const row = await states.add(id);
      return row && { id, version: row.version, state: row.state };
    },
    ...questions({ noun, collection }, context),
  };
};

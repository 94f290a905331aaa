import type { EventContract, NounContract } from '@steward/contracts';
import type { Because, Change } from '@steward/persistence';
import type { z } from 'zod';

/** Where in its aggregate's history an event stands. */
export interface Occurrence {
  readonly id: string;
  readonly topic: string;
  /** The id of the aggregate. */
  readonly key: string;
  readonly version: number;
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string;
}

export interface Delivery<Type extends string, Data> extends Occurrence {
  readonly type: Type;
  readonly data: Data;
  /** Hand it to the one change that the event leads to; it carries the guard. */
  readonly because: Because;
}

/** A delivery of one of several facts: its `type` tells which `data` it has. */
export type DeliveryOf<Asked extends EventContract> =
  Asked extends EventContract<infer Type, infer Data> ? Delivery<Type, z.output<Data>> : never;

/** Turns another noun's facts into a command of ours. Its own consumer group; each event takes effect once. */
export interface Consumer {
  readonly kind: 'consumer';
  readonly name: string;
  readonly topic: string;
  /** The facts that it asks for. */
  readonly contracts: readonly EventContract[];
  readonly handle: (delivery: Delivery<string, never>) => Promise<Change | undefined>;
}

/**
 * A consumer of one fact, or of several of one noun that lead to the same. It costs a group,
 * and of what another service writes a step of a guard for every fact, asked for or not, so what belongs
 * together is asked for together. `handle` makes at most one change (several aggregates: `changeTogether`)
 * with the `because` that it is given, and answers with it; undefined says that nothing was to be done.
 */
export const on = <const Asked extends EventContract>(
  name: string,
  asked: Asked | readonly Asked[],
  handle: (delivery: DeliveryOf<Asked>) => Promise<Change | undefined>,
): Consumer => {
  const contracts: readonly EventContract[] = [asked].flat();
  const [topic, ...others] = new Set(contracts.map((contract) => contract.topic));
  if (topic === undefined || others.length > 0)
    throw new Error(`${name} asks for the facts of one noun, and of one only`);
  return {
    kind: 'consumer',
    name,
    topic,
    contracts,
    handle: handle as unknown as Consumer['handle'],
  };
};

interface AnyEvent {
  readonly type: string;
  readonly data: unknown;
}

/**
 * A read model: a fold over the events of some nouns into rows by key, and nothing else. `keyOf` answers
 * undefined where an event does not matter; `apply` answers undefined where the row is to go.
 */
export interface Projection<Row extends object, Event extends AnyEvent> {
  readonly name: string;
  readonly nouns: readonly NounContract[];
  /** The only facts of these nouns that are folded; all of them where none are named. Change them with a rebuild. */
  readonly facts?: readonly EventContract[];
  /** Fields of the row that readers filter or sort by. */
  readonly indexes?: readonly (readonly (keyof Row & string)[])[];
  readonly keyOf: (event: Event & Occurrence) => string | undefined;
  readonly apply: (row: Row | undefined, event: Event & Occurrence) => Row | undefined;
}

/** A projection among others, whatever its rows are. */
export interface AnyProjection {
  readonly name: string;
  readonly nouns: readonly NounContract[];
  readonly facts?: readonly EventContract[];
  readonly indexes?: readonly (readonly string[])[];
  readonly keyOf: (event: never) => string | undefined;
  readonly apply: (row: never, event: never) => object | undefined;
}

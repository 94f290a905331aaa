import type { EventRow, GuardRow, StateRow } from '@steward/persistence';
import type { Intention } from '../load/journal.ts';
import type { ServiceModel } from './model.ts';

/** One message as it lies in Kafka. */
export interface LogEntry {
  /** Without the prefix. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly body: string;
  /** Kafka knows messages without a body, which is not the same as an empty one. */
  readonly isBodiless?: true;
  readonly id: string;
  readonly wire: string;
  readonly at: string;
  readonly version: number;
  readonly correlationId: string;
  readonly causationId: string;
  /** What the suite itself put there, and why. */
  readonly poison?: string;
}

export interface Receipt {
  readonly _id: string;
  readonly id: string;
  readonly version: number;
}

export interface Parked {
  readonly _id: string;
  readonly guardId: string;
  readonly reason: string;
  readonly version: number;
}

export type ViewRows = ReadonlyMap<string, object>;

/** Everything in the database of one service. */
export interface ServiceFacts {
  readonly model: ServiceModel;
  readonly events: readonly EventRow[];
  /** By topic of the noun. */
  readonly states: ReadonlyMap<string, readonly StateRow[]>;
  readonly receipts: readonly Receipt[];
  readonly guards: readonly GuardRow[];
  readonly parked: readonly Parked[];
  /** By name of the read model. */
  readonly views: ReadonlyMap<string, ViewRows>;
}

/** What a consumer group has told Kafka, and what stood in the database no earlier than that. */
export interface OffsetSample {
  readonly at: string;
  readonly entry: string;
  readonly committed: readonly {
    readonly topic: string;
    readonly partition: number;
    readonly offset: number;
  }[];
  readonly guards: ReadonlyMap<string, number>;
  readonly parked: ReadonlySet<string>;
}

/** Something that must not grow: what it was once all was warm, what it was at the end, what it may be. */
export interface Measured {
  readonly what: string;
  readonly before: number;
  readonly after: number;
  readonly most: number;
}

/** All that was read when everything had come to rest. */
export interface Facts {
  readonly intentions: readonly Intention[];
  readonly services: readonly ServiceFacts[];
  /** By topic and partition, in the order of Kafka. */
  readonly log: readonly LogEntry[];
  readonly samples: readonly OffsetSample[];
  readonly measured: readonly Measured[];
  /** In front of every topic on the cluster. */
  readonly topicPrefix: string;
  /** Offerings that are sold before they are published: wins that name one are set aside until then. */
  readonly lateOfferings: readonly string[];
}

/** What the referee found, and what shows it. */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
  readonly evidence?: unknown;
}
export type Invariant = (facts: Facts) => readonly Omit<Violation, 'invariant'>[];

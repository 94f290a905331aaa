import type { connectKafka } from '@steward/bus';
import type { MongoClient } from 'mongodb';
import type { Chance } from '../chance.ts';
import type { Load } from '../load/load.ts';
import type { ServiceModel } from '../referee/model.ts';
import type { Town } from '../town/town.ts';

/** What a fault can lay its hands on. */
export interface Ground {
  readonly town: Town;
  readonly models: readonly ServiceModel[];
  readonly kafka: ReturnType<typeof connectKafka>;
  readonly client: MongoClient;
  readonly load: Load;
}

/** A fault that was done: in words, for how long it stays, and how it is undone. */
export interface Struck {
  readonly what: string;
  readonly lastsMs: number;
  readonly heal: () => Promise<void>;
}

/** One row of the table of faults. All that it chooses, it chooses by the chance that it is given. */
export interface Fault {
  readonly name: string;
  /** Chosen by `--faults` together with others of its kind. */
  readonly kind: FaultKind;
  readonly strike: (ground: Ground, chance: Chance) => Promise<Struck>;
}

export const faultKinds = [
  'kill',
  'pause',
  'stop',
  'block',
  'moment',
  'scale',
  'lag',
  'replay',
  'skew',
  'kafka',
  'mongodb',
  'redis',
  'network',
  'poison',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export const nothingToHeal = async (): Promise<void> => undefined;

import { parseArgs } from 'node:util';
import { type FaultKind, faultKinds } from './strikes/fault.ts';

export const usage = `npm run test:faults -- [--seed <number>] [--seconds 60] [--rounds 1]
  [--faults ${faultKinds.join(',')}] [--settle 60] [--stack faults] [--sabotage all]`;

/** What a command line asks for. */
export interface Wish {
  readonly seed: number;
  readonly seconds: number;
  readonly rounds: number;
  /** None stands for all. */
  readonly kinds: readonly FaultKind[];
  readonly settleSeconds: number;
  readonly stackName: string;
  /** Takes this guarantee away, or each in turn, to see whether the referee notices. */
  readonly sabotage?: string;
}

const seedsMax = 1_000_000;

const options = {
  seed: { type: 'string' },
  seconds: { type: 'string', default: '60' },
  rounds: { type: 'string', default: '1' },
  faults: { type: 'string', default: '' },
  settle: { type: 'string', default: '60' },
  stack: { type: 'string', default: 'faults' },
  sabotage: { type: 'string' },
} as const;

const numberOf = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new Error(`--${name} is not a number.\n${usage}`);
  return value;
};

const kindOf = (word: string): FaultKind => {
  const kind = faultKinds.find((known) => known === word);
  if (!kind) throw new Error(`There is no kind of fault "${word}".\n${usage}`);
  return kind;
};

export const readWish = (args: readonly string[]): Wish => {
  const { values } = parseArgs({ args: [...args], options });
  const anySeed = String(Date.now() % seedsMax);
  return {
    seed: numberOf('seed', values.seed ?? anySeed),
    seconds: numberOf('seconds', values.seconds),
    rounds: numberOf('rounds', values.rounds),
    kinds: values.faults === '' ? [] : values.faults.split(',').map(kindOf),
    settleSeconds: numberOf('settle', values.settle),
    stackName: values.stack,
    ...(values.sabotage !== undefined && { sabotage: values.sabotage }),
  };
};

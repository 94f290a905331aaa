import { assumptionFaults } from './assumptions.ts';
import { awayFaults } from './away.ts';
import type { Fault, FaultKind } from './fault.ts';
import { momentFaults } from './moments.ts';
import { networkFaults } from './network.ts';
import { poisonFaults } from './poison.ts';
import { processFaults } from './processes.ts';
import { serverFaults } from './servers.ts';

export const allFaults: readonly Fault[] = [
  ...processFaults,
  ...momentFaults,
  ...assumptionFaults,
  ...serverFaults,
  ...awayFaults,
  ...networkFaults,
  ...poisonFaults,
];

/** The faults of these kinds; of all kinds where none is named. */
export const faultsOf = (kinds: readonly FaultKind[]): readonly Fault[] =>
  kinds.length === 0 ? allFaults : allFaults.filter(({ kind }) => kinds.includes(kind));

/** One fault by its name. */
export const faultNamed = (name: string): Fault => {
  const fault = allFaults.find((each) => each.name === name);
  if (!fault) throw new Error(`There is no fault ${name}`);
  return fault;
};

import type { Fault, FaultKind } from './fault.ts';
import { processFaults } from './processes.ts';
import { serverFaults } from './servers.ts';

const all: readonly Fault[] = [...processFaults, ...serverFaults];

/** The faults of these kinds; of all kinds where none is named. */
export const faultsOf = (kinds: readonly FaultKind[]): readonly Fault[] =>
  kinds.length === 0 ? all : all.filter(({ kind }) => kinds.includes(kind));

import { stackFolder } from './folders.ts';
import { withLock } from './lock.ts';
import type { Member } from './member.ts';
import type { Progress } from './progress.ts';
import { readState, type ServerState, type StackState, writeState } from './state.ts';

/** One stack while its lock is held: nobody else starts or stops anything of it meanwhile. */
export interface Workbench {
  readonly name: string;
  readonly folder: string;
  readonly progress: Progress;
  readonly remembered: (member: Member) => ServerState | undefined;
  /** Writes down what became of a member, before anything else can go wrong. */
  readonly record: (member: Member, state: ServerState) => void;
}

export const atWork = <Result>(
  name: string,
  progress: Progress,
  work: (bench: Workbench) => Promise<Result>,
): Promise<Result> => {
  const folder = stackFolder(name);
  const onWait = () => progress(`… another command works on the stack "${name}"; waiting for it`);
  return withLock(folder, onWait, () => work(benchOf(name, folder, progress)));
};

const benchOf = (name: string, folder: string, progress: Progress): Workbench => {
  const state: StackState = readState(folder);
  return {
    name,
    folder,
    progress,
    remembered: ({ key }) => state[key],
    record: ({ key }, entry) => {
      state[key] = entry;
      writeState(folder, state);
    },
  };
};

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { until } from './until.ts';

/** A process, told apart from a later one that was given the same id by when it was born. */
export interface RunningProcess {
  readonly pid: number;
  readonly bornAt: string;
}

/** The process that has this id now, or undefined when none lives. A zombie does not live. */
export const processWithId = (pid: number): RunningProcess | undefined => {
  const bornAt = process.platform === 'linux' ? birthFromProc(pid) : birthFromPs(pid);
  return bornAt === undefined ? undefined : { pid, bornAt };
};

export const isAlive = ({ pid, bornAt }: RunningProcess): boolean =>
  processWithId(pid)?.bornAt === bornAt;

/** Asks a process to end, waits, and ends it by force when it takes longer than `patienceMs`. */
export const endProcess = async (
  target: RunningProcess,
  { signal, patienceMs }: { signal: NodeJS.Signals; patienceMs: number },
): Promise<void> => {
  if (!sendSignal(target, signal)) return;
  // One that is halted hears of it only now.
  sendSignal(target, 'SIGCONT');
  if (await hasEnded(target, patienceMs)) return;
  sendSignal(target, 'SIGKILL');
  if (!(await hasEnded(target, patienceMs)))
    throw new Error(`Process ${target.pid} outlives SIGKILL`);
};

/** Whether a process is gone before the deadline. */
export const hasEnded = async (target: RunningProcess, deadlineMs: number): Promise<boolean> => {
  const check = async () => {
    if (isAlive(target)) throw new Error(`Process ${target.pid} still runs`);
  };
  return until(check, { everyMs: 20, deadlineMs }).then(
    () => true,
    () => false,
  );
};

/** Answers whether there was such a process to signal. */
export const sendSignal = (target: RunningProcess, signal: NodeJS.Signals): boolean => {
  if (!isAlive(target)) return false;
  try {
    return process.kill(target.pid, signal);
  } catch (error) {
    // It ended between the look and the signal.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
};

// The name in parentheses may itself hold spaces and parentheses, so fields count from the last one:
// the first is the state, the twentieth the birth in ticks since the machine started.
const birthFromProc = (pid: number): string | undefined => {
  const stat = readIfThere(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
};

const birthFromPs = (pid: number): string | undefined => {
  const { stdout } = spawnSync('ps', ['-o', 'state=,lstart=', '-p', `${pid}`], {
    encoding: 'utf8',
  });
  const [state, ...birth] = stdout.trim().split(/\s+/);
  return !state || state.startsWith('Z') ? undefined : birth.join(' ');
};

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
};

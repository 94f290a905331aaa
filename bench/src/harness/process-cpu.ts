import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface ProcessTimes {
  readonly parent: number;
  readonly cpuTicks: number;
  readonly residentPages: number;
}

/** Linux counts CPU time in hundredths of a second on every platform that Node runs on. */
const ticksPerSecond = 100;
const pageBytes = 4_096;

/** Whether CPU time and memory of other processes can be read here. */
export const canReadProcesses = existsSync('/proc/self/stat');

// Fields count from the last parenthesis, because a program's name may hold spaces and parentheses:
// parent 4, user and system time 14 and 15 (all threads), resident pages 24.
const timesOf = (pid: number): ProcessTimes | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      cpuTicks: Number(fields[11]) + Number(fields[12]),
      residentPages: Number(fields[21]),
    };
  } catch (error) {
    // It ended between the listing and the look.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
};

/** A process and all that it started. */
const familyOf = (pid: number): ProcessTimes[] => {
  const all = new Map<number, ProcessTimes>();
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : undefined;
    if (times) all.set(Number(name), times);
  }
  const isOfFamily = (candidate: number): boolean => {
    if (candidate === pid) return true;
    const parent = all.get(candidate)?.parent ?? 0;
    return parent > 1 && isOfFamily(parent);
  };
  return [...all].filter(([candidate]) => isOfFamily(candidate)).map(([, times]) => times);
};

/** CPU time that a process and its children have used so far, all threads. */
export const cpuSecondsOf = (pid: number): number => {
  if (!canReadProcesses) return Number.NaN;
  return familyOf(pid).reduce((sum, { cpuTicks }) => sum + cpuTicks, 0) / ticksPerSecond;
};

/** Memory that a process and its children hold now. */
export const residentMegabytesOf = (pid: number): number => {
  if (!canReadProcesses) return Number.NaN;
  const pages = familyOf(pid).reduce((sum, { residentPages }) => sum + residentPages, 0);
  return (pages * pageBytes) / 1_000_000;
};

/** Reads several at once, and later says what each has used since. */
export const watchCpu = (processes: Readonly<Record<string, number>>) => {
  const read = (): [string, number][] =>
    Object.entries(processes).map(([name, pid]) => [name, cpuSecondsOf(pid)]);
  const before = new Map(read());
  return (): Record<string, number> =>
    Object.fromEntries(read().map(([name, used]) => [name, used - (before.get(name) ?? 0)]));
};

const hasTaskset = spawnSync('taskset', ['-V']).error === undefined;

/** Puts a command on one CPU where the system can. */
export const onCpu = (cpu: 0 | 1 | 'any', command: readonly string[]): readonly string[] =>
  hasTaskset && cpu !== 'any' ? ['taskset', '-c', `${cpu}`, ...command] : command;

/** Moves a process that runs already, with all its threads. */
export const moveToCpu = (pid: number, cpus: string): void => {
  if (hasTaskset) spawnSync('taskset', ['-a', '-c', '-p', cpus, `${pid}`]);
};

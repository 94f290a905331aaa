import type { Moment } from '@steward/persistence';
import type { SabotageName } from './sabotages.ts';

/** Ends or halts the process by its own hand, the `after`th time that a moment is reached. */
export interface SignalAt {
  readonly moment: Moment;
  readonly signal: 'SIGKILL' | 'SIGSTOP';
  /** Counted from when it was armed; 1 is the next time, and where nothing is said. */
  readonly after?: number;
}

/** Takes a guarantee away: one place of one source file reads otherwise while it is loaded. */
export interface SourceEdit {
  /** The end of the file's path, from the start of a name: `src/committer.ts`. */
  readonly file: string;
  /** Occurs in the file exactly once, or the process ends. */
  readonly find: string;
  readonly replace: string;
}

/** How a process is to misbehave from its start. */
export interface Misbehaviour {
  /** How far `Date` is ahead of the true time; `performance.now` keeps its own. */
  readonly clockSkewMs?: number;
  /** `host:port` to the port on loopback that connections go to instead; all names of loopback are alike. */
  readonly reroute?: Readonly<Record<string, number>>;
  readonly at?: readonly SignalAt[];
  readonly sabotage?: readonly (SabotageName | SourceEdit)[];
}

/** What a process can be told while it runs; each is answered once it is done. */
export interface Command {
  /** Keeps the event loop from turning for so long. */
  readonly blockLoopMs?: number;
  readonly clockSkewMs?: number;
  /** Armed besides what is armed already. */
  readonly at?: readonly SignalAt[];
  /** Collects garbage first, where the process was started with `--expose-gc`. */
  readonly gc?: true;
  readonly memory?: true;
}

export interface Answer {
  /** The moments of the process's life: bytes by kind, and open handles by kind. */
  readonly memory?: NodeJS.MemoryUsage;
  readonly handles?: Readonly<Record<string, number>>;
  /** Whether garbage could be collected. */
  readonly gc?: boolean;
}

export const variable = 'STEWARD_MISBEHAVE';

const known: Record<keyof Misbehaviour, true> = {
  clockSkewMs: true,
  reroute: true,
  at: true,
  sabotage: true,
};

/** A misspelt fault would pass for one that was survived, so it is refused. */
export const readMisbehaviour = (text: string | undefined): Misbehaviour => {
  if (!text) return {};
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null) throw new Error(`${variable} is no object`);
  const stray = Object.keys(read).find((key) => !(key in known));
  if (stray !== undefined) throw new Error(`${variable} knows no "${stray}"`);
  return read;
};

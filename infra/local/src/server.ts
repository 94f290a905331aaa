import type { Progress } from './progress.ts';

export const serverNames = ['kafka', 'mongodb', 'redis'] as const;
export type ServerName = (typeof serverNames)[number];

/** A program that is on this machine and can be started. */
export interface Program {
  readonly version: string;
  readonly command: string;
  /** What stands before the arguments of every run, as the class path of a Java program. */
  readonly args: readonly string[];
}

/** What one run of one member of a server has to itself. */
export interface Run {
  readonly program: Program;
  readonly folder: string;
  readonly port: number;
  /** Which member it is; the first is 1, and where the server has no others it is alone. */
  readonly member: number;
  readonly memberCount: number;
  /** Where the first member has what the others must know. */
  readonly folderOfFirst: string;
}

/** The members of a server that are to work together, by their ports. */
export interface Union {
  readonly ports: readonly number[];
  /** Those that have to take part by now; the others may be away. */
  readonly awaited: readonly number[];
}

/** One kind of server: where it comes from, how it is started and how it proves that it is ready. */
export interface Server {
  readonly name: ServerName;
  readonly title: string;
  /** Names the server that somebody else runs; set, nothing is started here. */
  readonly urlVariable: 'KAFKA_BROKERS' | 'MONGODB_URL' | 'REDIS_URL';
  readonly portVariable: string;
  readonly portDefault: number;
  readonly urlAt: (ports: readonly number[]) => string;
  /** Finds the program on this machine, or fetches it into the cache. */
  readonly provide: (progress: Progress) => Promise<Program>;
  /** Writes what the server reads before it starts, and answers the arguments to start it with. */
  readonly prepare: (run: Run) => Promise<readonly string[]>;
  /** One attempt to talk to a member: it throws until the member answers. */
  readonly greet: (port: number) => Promise<void>;
  /** One attempt to have the members do their work together: it throws until they do. */
  readonly unite?: (union: Union) => Promise<void>;
}

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

/** What one run of a server has to itself. */
export interface Run {
  readonly program: Program;
  readonly folder: string;
  readonly port: number;
}

/** One kind of server: where it comes from, how it is started and how it proves that it is ready. */
export interface Server {
  readonly name: ServerName;
  readonly title: string;
  /** Names the server that somebody else runs; set, nothing is started here. */
  readonly urlVariable: 'KAFKA_BROKERS' | 'MONGODB_URL' | 'REDIS_URL';
  readonly portVariable: string;
  readonly portDefault: number;
  readonly urlAt: (port: number) => string;
  /** Finds the program on this machine, or fetches it into the cache. */
  readonly provide: (progress: Progress) => Promise<Program>;
  /** Writes what the server reads before it starts, and answers the arguments to start it with. */
  readonly prepare: (run: Run) => Promise<readonly string[]>;
  /** One attempt to talk to the server: it throws until the server does its work. */
  readonly greet: (port: number) => Promise<void>;
}

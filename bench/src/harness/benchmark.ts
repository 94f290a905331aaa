/** A benchmark is a declaration: the harness starts, measures, compares and prints. See README.md beside this. */
export interface Benchmark {
  /** In kebab-case; a prefix such as `gateway` chooses every benchmark that begins with it. */
  readonly name: string;
  /** What every contender does alike, in one sentence. */
  readonly work: string;
  /** What is counted, in the singular: `request`, `event`. */
  readonly unit: string;
  /** Ours first, then what it is held against. */
  readonly contenders: readonly Contender[];
  readonly targets: readonly Target[];
  /** How many times each contender runs; 7, and 3 with `--quick`, where nothing is said. */
  readonly rounds?: { readonly full: number; readonly quick: number };
  /** What stands for the whole benchmark: the stack, an upstream, tokens. */
  readonly prepare?: (setting: Setting) => Promise<Ground>;
}

/** How this run was asked for. */
export interface Setting {
  readonly isQuick: boolean;
  readonly tell: (line: string) => void;
}

/** What contenders find standing. All of it is measured around, never started or stopped between samples. */
export interface Ground {
  /** Added to the environment of every contender. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Processes whose CPU time is read over the measured part too, by name. */
  readonly servers?: Readonly<Record<string, number>>;
  /** What the load consists of, where it is only known once the ground stands. */
  readonly load?: Partial<Load>;
  /** What the ground saw of a sample, once its process has ended; added to the sample's figures. */
  readonly seen?: () => Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

interface Started {
  readonly name: string;
  /** A TypeScript file, run in a fresh process for every sample. */
  readonly program: URL;
  readonly environment?: Readonly<Record<string, string>>;
  /** For the runtime, such as `--import @steward/telemetry/start`. */
  readonly nodeOptions?: readonly string[];
  /** CPU 0 where nothing is said; `any` for what needs several. */
  readonly cpu?: 0 | 1 | 'any';
  /** Why it cannot be measured here, if so. */
  readonly missing?: () => string | undefined;
}

/** A server, put under HTTP load. It says its port by `announce`, and ends on SIGTERM. */
export interface ServerContender extends Started {
  readonly kind: 'server';
  readonly load: Load;
}

/** A program that does its units, measures itself by `measured`, and says the outcome by `report`. */
export interface ProgramContender extends Started {
  readonly kind: 'program';
}

export type Contender = ServerContender | ProgramContender;

/** A closed loop: every connection sends its next request when the last one is answered. */
export interface Load {
  readonly connections: number;
  /** Requests that are sent in turn; all must be answered with a status below 400. */
  readonly requests: readonly LoadRequest[];
  /** The answer that the first request must get before anything is measured, so that all do the same work. */
  readonly expects: { readonly status: number; readonly body?: string };
}

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `{n}` becomes a number that no other request of the load has. */
  readonly body?: string;
}

/** What one run of one contender gave. */
export interface Sample {
  readonly units: number;
  readonly seconds: number;
  readonly p50Ms?: number;
  readonly p99Ms?: number;
  /** CPU seconds over the measured part, of the contender (`itself`) and of the servers that are watched. */
  readonly cpuSeconds: Readonly<Record<string, number>>;
  /** Anything else worth comparing, by a name that says its unit. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** `rate` is better when higher, all else when lower; a figure of its own says so itself. */
export type Measure = 'rate' | 'cpu' | 'p50' | 'p99' | OwnFigure;

export interface OwnFigure {
  readonly figure: string;
  readonly better: 'higher' | 'lower';
}

/** A ratio to reach, above 1 where the subject is better: paired within each round. */
export interface RatioTarget {
  /** The first contender where nothing is said. */
  readonly subject?: string;
  readonly baseline: string;
  /** `rate` where nothing is said. */
  readonly measure?: Measure;
  readonly reach: number;
}

/** A bound on a figure that a contender gives of itself, such as a share of its own capacity. */
export interface BoundTarget {
  readonly subject?: string;
  readonly figure: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export type Target = RatioTarget | BoundTarget;

import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** What one sending of a request came to. Without a status nobody answered, or not in time. */
export interface Attempt {
  readonly at: string;
  readonly ms: number;
  readonly status?: number;
  readonly code?: string;
  /** What a command answers when it succeeds. */
  readonly changed?: { readonly id: string; readonly version: number };
  readonly error?: string;
}

/** What somebody wants done, once, however often it has to be said. */
export interface Intention {
  /** `Idempotency-Key` and correlation id: by it the referee finds what came of it. */
  readonly key: string;
  readonly subject: string;
  /** The operationId of the route. */
  readonly route: string;
  readonly params: readonly string[];
  /** Of the aggregate that it changes. */
  readonly topic: string;
  readonly body: unknown;
  readonly ifMatch?: number;
  readonly attempts: readonly Attempt[];
}

export type Verdict =
  | { readonly is: 'done'; readonly id: string; readonly version: number }
  | { readonly is: 'refused'; readonly status: number; readonly code: string }
  | { readonly is: 'unknown' };

/** Refusals that say nothing of the request itself: the same again may succeed. */
const passing: ReadonlySet<number> = new Set([408, 425, 429]);

/** Whether nothing else can come of a request that was answered so. */
export const isDefinite = ({ status, code }: Attempt): boolean =>
  status !== undefined && status < 500 && !passing.has(status) && code !== 'idempotency-key-in-use';

/** What an intention came to: a success stands, whatever was answered before it. */
export const verdictOf = ({ attempts }: Intention): Verdict => {
  const done = attempts.find(({ changed }) => changed !== undefined)?.changed;
  if (done) return { is: 'done', ...done };
  const last = attempts.findLast(isDefinite);
  if (!last) return { is: 'unknown' };
  return { is: 'refused', status: last.status ?? 0, code: last.code ?? '' };
};

/** Everything that was asked for and answered, in memory and, line by line, in a file. */
export interface Journal {
  readonly intentions: readonly Intention[];
  open(intention: Omit<Intention, 'attempts'>): void;
  note(key: string, attempt: Attempt): void;
  close(): Promise<void>;
}

export const openJournal = (path: string): Journal => {
  mkdirSync(dirname(path), { recursive: true });
  const file = createWriteStream(path);
  const byKey = new Map<string, Intention & { readonly attempts: Attempt[] }>();
  return {
    get intentions() {
      return [...byKey.values()];
    },
    open: (intention) => {
      byKey.set(intention.key, { ...intention, attempts: [] });
      file.write(`${JSON.stringify(intention)}\n`);
    },
    note: (key, attempt) => {
      byKey.get(key)?.attempts.push(attempt);
      file.write(`${JSON.stringify({ key, ...attempt })}\n`);
    },
    close: () =>
      new Promise((resolve, reject) => {
        file.once('error', reject);
        file.end(resolve);
      }),
  };
};

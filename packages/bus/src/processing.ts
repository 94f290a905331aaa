import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '@steward/domain';
import { type Database, GuardMoved, reach } from '@steward/persistence';
import type { ClientSession, Collection } from 'mongodb';
import type { Received } from './message.ts';
import type { ParkedRow } from './parked.ts';

export type Log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  message: string,
  fields?: Record<string, unknown>,
) => void;

/** Runs work inside a span; `run` is called at once and handed the traceparent to send on. */
export type Span = <Result>(
  name: string,
  carrier: { readonly traceparent?: string | undefined },
  run: (traceparent: string | undefined) => Promise<Result>,
  options?: { readonly kind?: 'producer' | 'consumer' },
) => Promise<Result>;

export const withoutSpan: Span = (_name, { traceparent }, run) => run(traceparent);

export interface ProcessingContext {
  readonly service: string;
  readonly database: Database;
  readonly parked: Collection<ParkedRow>;
  readonly log: Log;
  readonly span: Span;
  /** Ends the waiting between attempts when the service stops. */
  readonly signal: AbortSignal;
}

/**
 * Takes a batch in, whole: when it is fulfilled, every message has had its effect or is set aside. Answers
 * the streams whose gap it filled. A replay takes up what was set aside before.
 */
export type Process = (
  batch: readonly Received[],
  mode?: { readonly isReplay: boolean },
) => Promise<readonly string[]>;

export const transact = <Result>(
  { database }: Pick<ProcessingContext, 'database'>,
  run: (session: ClientSession) => Promise<Result>,
): Promise<Result> =>
  database.client.withSession((session) =>
    session.withTransaction(
      async () => {
        const result = await run(session);
        reach('before-effect-commit');
        return result;
      },
      { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
    ),
  );

/** Why a message could not take effect, for whoever finds it parked. */
export const reasonOf = (error: unknown): { reason: string; detail: string } =>
  error instanceof Refusal
    ? { reason: error.code, detail: error.message }
    : {
        reason: 'attempts-exhausted',
        detail: error instanceof Error ? error.message : String(error),
      };

const duplicateKey = 11000;
const moveRetriesMax = 20;

const isMoved = (error: unknown): boolean =>
  error instanceof GuardMoved ||
  (error instanceof Error && 'code' in error && error.code === duplicateKey);

/** Waits ever longer, and never as long as the other who waits for the same stream. */
const waitMs = (tries: number): number => Math.random() * 10 * tries;

/** Looks again where another consumer of the group moved a stream in the meantime. */
export const untilUnmoved = async <Result>(run: () => Promise<Result>): Promise<Result> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isMoved(error) || tries === moveRetriesMax) throw error;
      await sleep(waitMs(tries));
    }
  }
};

export const waitingBehind = {
  parked: { reason: 'behind-parked', detail: 'an earlier event is set aside' },
  gap: { reason: 'gap', detail: 'an earlier event has not come yet' },
};

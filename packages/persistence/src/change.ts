import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '@steward/domain';
import type { Collection } from 'mongodb';
import type { Because, Change, GuardStep } from './because.ts';
import type { Committer } from './committer.ts';
import {
  GuardMoved,
  Overloaded,
  ReceiptMismatch,
  ReceiptPending,
  StaleVersion,
} from './failures.ts';
import type { EventRow, ReceiptRow } from './rows.ts';
import type { Turns } from './turns.ts';
import type { CommitUnit, Rewrite, StateWrite } from './write-units.ts';

/** What one decision came to: the state that follows, and the events that say so. */
export interface Decided {
  readonly version: number;
  readonly write?: StateWrite;
  readonly events: readonly EventRow[];
  readonly rewrites?: readonly Rewrite[];
}

/** One decision about one aggregate, not yet taken. */
export interface Step {
  readonly id: string;
  /** Names the aggregate over all nouns; changes of one take turns. */
  readonly turn: string;
  readonly decide: (because: Because) => Promise<Decided>;
}

/** A step on what a caller does not name: the version that they have seen is of something else. */
export const atAnyVersion = (step: Step): Step => ({
  ...step,
  decide: ({ ifMatch: _, ...because }) => step.decide(because),
});

export interface ChangeContext {
  readonly turns: Turns;
  readonly committer: Committer;
  readonly receipts: Collection<ReceiptRow>;
  readonly now: () => Date;
  /** Refuses further work while too many events wait for the broker. */
  readonly admit: () => void;
  /** Tells the relay that there is something to publish. */
  readonly ring: () => void;
}

const attemptsMax = 12;
const raceWaitMsMax = 100;
const underWayMax = 10_000;

const replay = async (
  { receipts }: ChangeContext,
  because: Because,
): Promise<Change | undefined> => {
  if (!because.receipt) return undefined;
  const kept = await receipts.findOne({ _id: because.receipt.key });
  if (!kept) return undefined;
  if (kept.fingerprint !== because.receipt.fingerprint)
    throw new ReceiptMismatch(`The key was first used for another request`);
  return { id: kept.id, version: kept.version, isReplay: true };
};

const unitOf = (
  decided: readonly Decided[],
  change: Change,
  { receipt, guard }: Because,
  now: Date,
): CommitUnit => ({
  states: decided.flatMap(({ write }) => (write ? [write] : [])),
  events: decided.flatMap(({ events }) => events),
  rewrites: decided.flatMap(({ rewrites = [] }) => rewrites),
  ...(receipt && {
    receipt: {
      _id: receipt.key,
      fingerprint: receipt.fingerprint,
      id: change.id,
      version: change.version,
      at: now,
    },
  }),
  ...(guard && { guard }),
});

/** One try: what became of it, or nothing when another writer was faster. */
const attempt = async (
  steps: readonly Step[],
  because: Because,
  context: ChangeContext,
): Promise<Change | undefined> => {
  const decided: Decided[] = [];
  for (const step of steps) decided.push(await step.decide(because));
  const change: Change = {
    id: steps[0]?.id ?? '',
    version: decided[0]?.version ?? 0,
    isReplay: false,
  };
  const unit = unitOf(decided, change, because, context.now());
  if (unit.states.length === 0 && !unit.receipt && !unit.guard) return change;
  const outcome = await context.committer.add(unit);
  switch (outcome) {
    case 'committed':
      context.ring();
      return change;
    case 'receipt-exists':
      return replay(context, because);
    case 'guard-moved':
      throw new GuardMoved(because.guard?.guardId);
    case 'lost-race':
      return undefined;
  }
};

const retryLostRaces = async (
  steps: readonly Step[],
  because: Because,
  context: ChangeContext,
): Promise<Change> => {
  for (let tries = 1; tries <= attemptsMax; tries += 1) {
    const change = await attempt(steps, because, context);
    if (change) return change;
    // Whoever lost lets the others pass for a random moment, or the same one would win each time.
    await sleep(Math.random() * Math.min(2 ** tries, raceWaitMsMax));
  }
  throw new Overloaded(`${steps[0]?.id} is being changed by too many at once`, 1);
};

/** A request that was answered before may be refused now, by what it did itself: its receipt comes first. */
const answerRefusalByReceipt = async (
  error: unknown,
  because: Because,
  context: ChangeContext,
): Promise<Change> => {
  const isAnswerable = error instanceof Refusal || error instanceof StaleVersion;
  const before = isAnswerable ? await replay(context, because) : undefined;
  if (before) return before;
  throw error;
};

const spentGuards = new WeakSet<GuardStep>();

/** A second change with the same guard would be taken for a redelivery, and lost. */
const spend = (guard: GuardStep | undefined) => {
  if (!guard) return;
  if (spentGuards.has(guard)) throw new Error('One event, one change: use changeTogether');
  spentGuards.add(guard);
};

/** Whether a change was asked for with this guard: one without it would take effect at every redelivery. */
export const isSpent = (guard: GuardStep): boolean => spentGuards.has(guard);

/**
 * Loads, decides and commits, all steps in one transaction, with their events as rows. The first step names
 * the answer. A lost race reloads and decides again, a bounded number of times.
 */
export const changeTogether = (context: ChangeContext) => {
  const running = new Set<string>();
  let underWay = 0;

  const takeTurns = async (steps: readonly Step[], because: Because): Promise<Change> => {
    const turns = steps.map(({ turn }) => turn);
    if (new Set(turns).size < turns.length)
      throw new Error('An aggregate is changed once in one transaction: make one decision of both');
    try {
      return await context.turns.take(turns, () => retryLostRaces(steps, because, context));
    } catch (error) {
      return await answerRefusalByReceipt(error, because, context);
    }
  };

  return async (steps: readonly Step[], because: Because): Promise<Change> => {
    context.admit();
    if (underWay >= underWayMax)
      throw new Overloaded('Too many changes are waiting to be written', 1);
    const key = because.receipt?.key;
    if (key && running.has(key)) throw new ReceiptPending(key);
    spend(because.guard);
    if (key) running.add(key);
    underWay += 1;
    try {
      return await takeTurns(steps, because);
    } finally {
      underWay -= 1;
      if (key) running.delete(key);
    }
  };
};

import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './processing.ts';

export interface BatchWorkerOptions<Item> {
  /** Takes a batch in, whole, or throws so that it is tried again. */
  readonly takeIn: (batch: readonly Item[]) => Promise<void>;
  /** Called after a batch has been taken in, unless its generation is over. */
  readonly onDone: (batch: readonly Item[]) => void;
  /** Called whenever the queue has become shorter. */
  readonly onShorter: () => void;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const batchMax = 500;
const firstRetryMs = 100;
const retryMsMax = 5_000;

/** Takes queued items in, batch after batch and in order; a batch is tried until it is through. */
export class BatchWorker<Item> {
  readonly #options: BatchWorkerOptions<Item>;
  #queue: Item[] = [];
  #generation = 0;
  #working: Promise<void> | undefined;

  constructor(options: BatchWorkerOptions<Item>) {
    this.#options = options;
  }

  get length(): number {
    return this.#queue.length;
  }

  add(items: readonly Item[]): void {
    for (const item of items) this.#queue.push(item);
    this.#working ??= this.#work();
  }

  /** Forgets what is queued: another generation begins, and reads again what was not committed. */
  startGeneration(): void {
    this.#generation += 1;
    this.#queue = [];
  }

  /** Fulfilled once nothing is under way. */
  async idle(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    const { onDone, onShorter, log, signal } = this.#options;
    try {
      while (this.#queue.length > 0 && !signal.aborted) {
        const generation = this.#generation;
        const batch = this.#queue.splice(0, batchMax);
        onShorter();
        await this.#takeInPatiently(batch, generation);
        // After a rebalance the partitions may be another's: their offsets are no longer ours to tell.
        if (generation === this.#generation) onDone(batch);
      }
    } catch (error) {
      log(signal.aborted ? 'debug' : 'warn', 'A batch was given back', { error });
    } finally {
      this.#working = undefined;
    }
    // A new generation may have queued more while the old one's batch was being given back.
    if (this.#queue.length > 0 && !signal.aborted) this.#working ??= this.#work();
  }

  async #takeInPatiently(batch: readonly Item[], generation: number): Promise<void> {
    const { takeIn, log, signal } = this.#options;
    for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, retryMsMax)) {
      try {
        return await takeIn(batch);
      } catch (error) {
        if (signal.aborted || generation !== this.#generation) throw error;
        log('error', 'A batch will be tried again', { error });
        await sleep(waitMs, undefined, { signal });
      }
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './processing.ts';

export interface BatchWorkerOptions<Item> {
  /** Takes a batch in, whole, or throws so that it is tried again. */
  readonly takeIn: (batch: readonly Item[]) => Promise<void>;
  /** Called after a batch has been taken in. */
  readonly onDone: (batch: readonly Item[]) => void;
  /** Called whenever the queue has become shorter. */
  readonly onShorter: () => void;
  readonly bytesOf: (item: Item) => number;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const batchMax = 4_000;
/** Well below what one transaction can hold, whatever a projection makes of it. */
const batchBytesMax = 4 * 1024 * 1024;
const firstRetryMs = 100;
const retryMsMax = 5_000;

/** Takes queued items in, batch after batch and in order; a batch is tried until it is through. */
export class BatchWorker<Item> {
  readonly #options: BatchWorkerOptions<Item>;
  #queue: Item[] = [];
  #bytes = 0;
  #underWay = 0;
  #working: Promise<void> | undefined;

  constructor(options: BatchWorkerOptions<Item>) {
    this.#options = options;
  }

  get length(): number {
    return this.#queue.length;
  }

  /** Items of the batch that is being taken in. */
  get underWay(): number {
    return this.#underWay;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(items: readonly Item[]): void {
    for (const item of items) {
      this.#queue.push(item);
      this.#bytes += this.#options.bytesOf(item);
    }
    this.#working ??= this.#work();
  }

  /** Drops what is queued and not wanted any more; what is under way goes on. */
  keepOnly(isWanted: (item: Item) => boolean): void {
    this.#queue = this.#queue.filter(isWanted);
    this.#bytes = this.#queue.reduce((sum, item) => sum + this.#options.bytesOf(item), 0);
    this.#options.onShorter();
  }

  /** Fulfilled once nothing is under way. */
  async idle(): Promise<void> {
    await this.#working;
  }

  #nextBatch(): Item[] {
    const { bytesOf } = this.#options;
    let bytes = 0;
    const tooFar = this.#queue.findIndex((item, index) => {
      bytes += bytesOf(item);
      return index === batchMax || (index > 0 && bytes > batchBytesMax);
    });
    const batch = this.#queue.splice(0, tooFar < 0 ? this.#queue.length : tooFar);
    this.#bytes -= batch.reduce((sum, item) => sum + bytesOf(item), 0);
    return batch;
  }

  async #work(): Promise<void> {
    const { onDone, onShorter, log, signal } = this.#options;
    // Whoever adds the first item has set `#working` before anything here can end.
    await Promise.resolve();
    try {
      while (this.#queue.length > 0 && !signal.aborted) {
        const batch = this.#nextBatch();
        this.#underWay = batch.length;
        onShorter();
        await this.#takeInPatiently(batch);
        onDone(batch);
      }
    } catch (error) {
      // Nothing but the end ends the patience; what was not taken in is read again after the next start.
      log('debug', 'A batch was given back', { error });
    } finally {
      this.#working = undefined;
      this.#underWay = 0;
    }
  }

  async #takeInPatiently(batch: readonly Item[]): Promise<void> {
    const { takeIn, log, signal } = this.#options;
    for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, retryMsMax)) {
      try {
        return await takeIn(batch);
      } catch (error) {
        if (signal.aborted) throw error;
        log('error', 'A batch will be tried again', { error, messages: batch.length });
        await sleep(waitMs, undefined, { signal });
      }
    }
  }
}

export interface BatcherOptions<Item, Result> {
  readonly itemsMax: number;
  readonly inFlightMax: number;
  /** So many have to wait before another batch leaves beside one that is under way. */
  readonly besideMin?: number;
  /** Handles all items at once; answers in their order. */
  readonly flush: (items: readonly Item[]) => Promise<readonly Result[]>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Sends what piled up while the ones before were under way: no timer, so a lone caller waits for nobody,
 * and under load the batches grow by themselves. Where a batch costs much however small it is, `besideMin`
 * keeps two small ones from leaving where one could.
 */
export class Batcher<Item, Result> {
  readonly #options: BatcherOptions<Item, Result>;
  #waiting: Waiting<Item, Result>[] = [];
  #inFlight = 0;
  #isScheduled = false;

  constructor(options: BatcherOptions<Item, Result>) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#schedule();
    });
  }

  /** Requests of one turn of the event loop travel together. */
  #schedule(): void {
    if (this.#isScheduled || !this.#mayLeave()) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      void this.#send();
    });
  }

  #mayLeave(): boolean {
    const { inFlightMax, besideMin = 1 } = this.#options;
    if (this.#inFlight === 0) return true;
    return this.#inFlight < inFlightMax && this.#waiting.length >= besideMin;
  }

  async #send(): Promise<void> {
    const batch = this.#waiting.splice(0, this.#options.itemsMax);
    if (batch.length === 0) return;
    this.#inFlight += 1;
    if (this.#waiting.length > 0) this.#schedule();
    try {
      const results = await this.#options.flush(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.#inFlight -= 1;
      if (this.#waiting.length > 0) this.#schedule();
    }
  }
}

interface Ready<Job> {
  readonly lane: string;
  readonly job: Job;
}

interface Waiter {
  readonly heldMax: number;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Runs jobs in parallel, those of one lane one after the other in the order they came. Whoever adds
 * jobs waits for room, so that only so many are held however the lanes are mixed.
 */
export class Lanes<Job> {
  readonly #run: (job: Job) => Promise<void>;
  readonly #runningMax: number;
  readonly #heldMax: number;
  /** Lanes with a job that runs or is ready, and the jobs behind it. */
  readonly #behind = new Map<string, Job[]>();
  readonly #ready: Ready<Job>[] = [];
  #running = 0;
  #held = 0;
  #failure: { readonly reason: unknown } | undefined;
  #waiter: Waiter | undefined;

  constructor({
    runningMax,
    heldMax,
    run,
  }: {
    runningMax: number;
    heldMax: number;
    run: (job: Job) => Promise<void>;
  }) {
    this.#run = run;
    this.#runningMax = runningMax;
    this.#heldMax = heldMax;
  }

  add(lane: string, job: Job): void {
    if (this.#failure !== undefined) return;
    this.#held += 1;
    const behind = this.#behind.get(lane);
    if (behind) {
      behind.push(job);
      return;
    }
    this.#behind.set(lane, []);
    this.#ready.push({ lane, job });
    this.#startReady();
  }

  /** Whether to wait for `room` before the next job is added. */
  get isFull(): boolean {
    return this.#held >= this.#heldMax || this.#failure !== undefined;
  }

  /** Resolves once half of the room is free; rejects with the first failure of a job. */
  room(): Promise<void> {
    return this.#until(Math.floor(this.#heldMax / 2));
  }

  /** Resolves once every job is done; rejects with the first failure, once none runs any more. */
  done(): Promise<void> {
    return this.#until(0);
  }

  /** Starts no further job; what runs is let finish. */
  stop(reason: unknown): void {
    this.#failure ??= { reason };
    this.#held = this.#running;
    this.#ready.length = 0;
    this.#wake();
  }

  #until(heldMax: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiter = { heldMax, resolve, reject };
      this.#wake();
    });
  }

  #startReady(): void {
    while (this.#running < this.#runningMax) {
      const next = this.#ready.shift();
      if (next === undefined) return;
      this.#running += 1;
      void this.#start(next);
    }
  }

  async #start({ lane, job }: Ready<Job>): Promise<void> {
    try {
      await this.#run(job);
    } catch (reason) {
      this.stop(reason);
    }
    this.#finished(lane);
  }

  #finished(lane: string): void {
    this.#running -= 1;
    this.#held -= 1;
    if (this.#failure === undefined) this.#advance(lane);
    this.#wake();
  }

  #advance(lane: string): void {
    const next = this.#behind.get(lane)?.shift();
    if (next === undefined) this.#behind.delete(lane);
    else this.#ready.push({ lane, job: next });
    this.#startReady();
  }

  #wake(): void {
    const waiter = this.#waiter;
    if (waiter === undefined) return;
    if (this.#failure !== undefined) {
      if (this.#running === 0) waiter.reject(this.#failure.reason);
    } else if (this.#held <= waiter.heldMax) {
      this.#waiter = undefined;
      waiter.resolve();
    }
  }
}

/**
 * Lets the changes of one aggregate take turns inside this process. Other processes are kept apart by
 * versions alone; taking turns here only spares the races that we can see coming.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  async take<Result>(keys: readonly string[], run: () => Promise<Result>): Promise<Result> {
    const before = keys.map((key) => this.#last.get(key));
    const mine = Promise.allSettled(before).then(run);
    for (const key of keys) this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      for (const key of keys) if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}

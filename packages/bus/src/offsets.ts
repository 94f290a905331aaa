/** Offsets that are done, by topic and partition; the one to commit is the next to read. */
export class Offsets {
  readonly #done = new Map<string, { topic: string; partition: number; offset: bigint }>();
  readonly #highWatermarks = new Map<string, bigint>();
  #hasNew = false;

  seen(topic: string, partition: number, highWatermark: string): void {
    this.#highWatermarks.set(`${topic}/${partition}`, BigInt(highWatermark));
  }

  done(topic: string, partition: number, offset: string): void {
    this.#done.set(`${topic}/${partition}`, { topic, partition, offset: BigInt(offset) + 1n });
    this.#hasNew = true;
  }

  /** What has been done since the last call, for committing; nothing when there is nothing new. */
  takeNew(): { topic: string; partition: number; offset: string }[] {
    if (!this.#hasNew) return [];
    this.#hasNew = false;
    return [...this.#done.values()].map(({ offset, ...where }) => ({
      ...where,
      offset: String(offset),
    }));
  }

  /** Messages that the broker had when we last read, and that have not had their effect yet. */
  lag(): number {
    let lag = 0n;
    for (const [where, end] of this.#highWatermarks) {
      const reached = this.#done.get(where)?.offset;
      if (reached !== undefined && end > reached) lag += end - reached;
    }
    return Number(lag);
  }

  clear(): void {
    this.#done.clear();
    this.#highWatermarks.clear();
    this.#hasNew = false;
  }
}

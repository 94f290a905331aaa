interface Place {
  readonly topic: string;
  readonly partition: number;
  /** The lowest offset that has not had its effect yet: the one to commit. */
  readonly next: bigint;
  readonly end: bigint;
}

/** How far the partitions that are ours have been taken in. Others' are none of our business. */
export class Offsets {
  #places = new Map<string, Place>();
  #assigned = new Set<string>();
  #hasNew = false;

  /** The partitions that are ours from now on; what is known of those that stay ours is kept. */
  assign(partitions: Readonly<Record<string, readonly number[]>>): void {
    this.#assigned = new Set(
      Object.entries(partitions).flatMap(([topic, ofTopic]) =>
        ofTopic.map((partition) => `${topic}/${partition}`),
      ),
    );
    this.#places = new Map([...this.#places].filter(([place]) => this.#assigned.has(place)));
  }

  isAssigned(topic: string, partition: number): boolean {
    return this.#assigned.has(`${topic}/${partition}`);
  }

  /** A fetch brought messages from `first` on, of a partition that ends at `highWatermark`. */
  fetched(topic: string, partition: number, first: string, highWatermark: string): void {
    const place = `${topic}/${partition}`;
    const next = this.#places.get(place)?.next ?? BigInt(first);
    this.#places.set(place, { topic, partition, next, end: BigInt(highWatermark) });
  }

  /** Messages have to be told of in the order in which they were fetched. */
  done(topic: string, partition: number, offset: string): void {
    const place = `${topic}/${partition}`;
    const known = this.#places.get(place);
    if (!known) return;
    this.#places.set(place, { ...known, next: BigInt(offset) + 1n });
    this.#hasNew = true;
  }

  /** What to commit; nothing when nothing has been done since it was last asked. */
  takeNew(): { topic: string; partition: number; offset: string }[] {
    if (!this.#hasNew) return [];
    this.#hasNew = false;
    return [...this.#places.values()].map(({ topic, partition, next }) => ({
      topic,
      partition,
      offset: String(next),
    }));
  }

  /** What was taken could not be committed. */
  giveBack(): void {
    this.#hasNew = true;
  }

  /** Messages that the broker had when we last read, and that have not had their effect yet. */
  lag(): number {
    let lag = 0n;
    for (const { next, end } of this.#places.values()) if (end > next) lag += end - next;
    return Number(lag);
  }
}

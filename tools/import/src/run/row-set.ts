const bytesAtFirst = 1024;

/** Numbers of rows at one bit each, so that a log of a hundred million rows takes twelve megabytes. */
export class RowSet {
  #bits = new Uint8Array(bytesAtFirst);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(row: number): boolean {
    return ((this.#bits[row >>> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }

  add(row: number): void {
    if (this.has(row)) return;
    if (row >>> 3 >= this.#bits.length) this.#grow(row >>> 3);
    this.#bits[row >>> 3] = (this.#bits[row >>> 3] ?? 0) | (1 << (row & 7));
    this.#size += 1;
  }

  #grow(byte: number): void {
    const larger = new Uint8Array(Math.max(byte + 1, this.#bits.length * 2));
    larger.set(this.#bits);
    this.#bits = larger;
  }
}

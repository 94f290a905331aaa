const sizeMax = 256;

/** The names that were added last, each once: enough of them to lie on every partition. */
export class Sample {
  readonly #names = new Set<string>();

  add(name: string): void {
    this.#names.delete(name);
    this.#names.add(name);
    if (this.#names.size <= sizeMax) return;
    const [oldest] = this.#names;
    if (oldest !== undefined) this.#names.delete(oldest);
  }

  get names(): readonly string[] {
    return [...this.#names];
  }
}

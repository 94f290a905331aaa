import { closeSync, openSync, writeSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';

/** A row that was not brought in. */
export interface BadRowFound {
  readonly file: string;
  readonly line: number;
  /** The ticket, account or opportunity that it is about, where that could be read. */
  readonly about: string;
  readonly reason: string;
}

const pendingMax = 100;

/**
 * Writes the rows that were not brought in to a file for people. Every run writes it anew and in full:
 * what the mapping cannot take is found again, and what the platform refused is in the journal.
 */
export class BadRows {
  readonly path: string;
  readonly #file: number;
  #pending: (string | number)[][] = [['file', 'line', 'about', 'reason']];
  #count = 0;

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'w');
  }

  get count(): number {
    return this.#count;
  }

  add({ file, line, about, reason }: BadRowFound): void {
    this.#count += 1;
    this.#pending.push([file, line, about, reason]);
    if (this.#pending.length >= pendingMax) this.flush();
  }

  flush(): void {
    if (this.#pending.length > 0) writeSync(this.#file, stringify(this.#pending));
    this.#pending = [];
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }
}

import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { CannotGoOn } from '../cannot-go-on.ts';
import { rangesOf } from './row-ranges.ts';
import { RowSet } from './row-set.ts';

const Refused = z.object({ row: z.int(), line: z.int(), reason: z.string() });
export type Refused = z.output<typeof Refused>;

const Line = z.union([
  z.object({ rows: z.array(z.tuple([z.int(), z.int()])), last: z.string() }),
  z.object({ refused: Refused }),
]);

/** Rows that are written at once: as many may be sent a second time after a crash. */
const pendingMax = 256;

const parseLine = (path: string, text: string): z.output<typeof Line> => {
  try {
    return Line.parse(JSON.parse(text));
  } catch (cause) {
    throw new CannotGoOn(`${path} is damaged; begin anew with --restart`, { cause });
  }
};

/**
 * What the platform has acknowledged, row by row, in a file that is only ever added to. A row is
 * written after its answer came, so what a crash takes away is sent again and changes nothing.
 */
export class Journal {
  readonly #file: number;
  readonly #done = new RowSet();
  readonly #refused = new Map<number, Refused>();
  #pending: number[] = [];
  #last = '';
  #proofs: string[] = [];

  constructor(path: string) {
    if (existsSync(path)) this.#load(path);
    this.#file = openSync(path, 'a');
  }

  get size(): number {
    return this.#done.size + this.#refused.size;
  }

  /** Names of things that the platform must hold if this journal is about the platform as it is. */
  get proofs(): readonly string[] {
    return this.#proofs;
  }

  isDone(row: number): boolean {
    return this.#done.has(row);
  }

  refusalOf(row: number): Refused | undefined {
    return this.#refused.get(row);
  }

  done(row: number, name: string): void {
    this.#pending.push(row);
    this.#last = name;
    if (this.#pending.length >= pendingMax) this.flush();
  }

  refused(refused: Refused): void {
    this.#write({ refused });
  }

  flush(): void {
    if (this.#pending.length === 0) return;
    this.#write({ rows: rangesOf(this.#pending), last: this.#last });
    this.#pending = [];
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }

  #write(line: z.input<typeof Line>): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  #load(path: string): void {
    const text = readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    // A last line that was torn by a crash would spoil the one written after it.
    if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
    for (const line of whole.split('\n').filter(Boolean)) this.#take(parseLine(path, line));
  }

  #take(line: z.output<typeof Line>): void {
    if ('refused' in line) {
      this.#refused.set(line.refused.row, line.refused);
      return;
    }
    for (const [first, last] of line.rows)
      for (let row = first; row <= last; row += 1) this.#done.add(row);
    this.#proofs = [this.#proofs[0] ?? line.last, line.last];
  }
}

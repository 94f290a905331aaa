import { CannotGoOn } from '../cannot-go-on.ts';
import type { Row } from '../files/csv-table.ts';
import { BadRow } from '../mapping/bad-row.ts';
import { concurrencyDefault, type Wish } from '../wish.ts';
import { Lanes } from './lanes.ts';
import type { Run } from './run.ts';

/** One row that is to be sent. */
export interface Job {
  /** The position of the row in the file, from 1; what the journal knows it by. */
  readonly row: number;
  readonly line: number;
  /** What the row is about; rows of one name are sent one after the other. */
  readonly name: string;
}

/** What differs between one kind of file and another. */
export interface Work<Kind extends Job> {
  readonly file: string;
  readonly rows: AsyncIterable<Row>;
  /** Throws `BadRow` where the row cannot be brought in. Is asked about every row, in the order of the file. */
  readonly plan: (fields: readonly string[], place: Pick<Job, 'row' | 'line'>) => Kind;
  /** What a row is about, as far as that can be told of a bad one. */
  readonly nameOf: (fields: readonly string[]) => string;
  /** What must be there before a row is sent; nothing where it is. */
  readonly before?: (job: Kind) => Promise<void> | undefined;
  /** Answers why the platform refused a row; nothing once it has acknowledged it. */
  readonly send: (job: Kind) => Promise<string | undefined>;
  /** Hears of every refused row, those of an earlier run included. */
  readonly refused?: (job: Kind) => void;
}

/** Rows that are held at most for each call under way: enough to keep all busy where long tickets meet. */
const heldPerCall = 64;

class Bringing<Kind extends Job> {
  readonly #run: Run;
  readonly #work: Work<Kind>;
  readonly #lanes: Lanes<Kind>;

  constructor(run: Run, work: Work<Kind>, { concurrency = concurrencyDefault, signal }: Wish) {
    this.#run = run;
    this.#work = work;
    this.#lanes = new Lanes<Kind>({
      runningMax: concurrency,
      heldMax: concurrency * heldPerCall,
      run: (job) => this.#send(job),
    });
    const stop = () => this.#lanes.stop(new CannotGoOn('it was told to stop.'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
  }

  async all(): Promise<void> {
    const { rows, before } = this.#work;
    for await (const row of rows) {
      this.#run.tally.rows += 1;
      const job = this.#jobFor(row, this.#run.tally.rows);
      if (job !== undefined) {
        const waiting = before?.(job);
        if (waiting) await waiting;
        this.#lanes.add(job.name, job);
      }
      if (this.#lanes.isFull) await this.#lanes.room();
    }
    await this.#lanes.done();
  }

  /** What is left to do for a row: nothing where it is bad, or was acknowledged before. */
  #jobFor({ line, fields, fault }: Row, row: number): Kind | undefined {
    try {
      if (fault !== undefined) throw new BadRow(fault);
      return this.#unlessKnown(this.#work.plan(fields, { row, line }));
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      this.#report(line, this.#work.nameOf(fields), error.message);
      return undefined;
    }
  }

  #unlessKnown(job: Kind): Kind | undefined {
    const { journal, tally, sample } = this.#run;
    const known = journal.refusalOf(job.row);
    if (known) {
      this.#work.refused?.(job);
      throw new BadRow(known.reason);
    }
    sample.add(job.name);
    if (!journal.isDone(job.row)) return job;
    tally.skipped += 1;
    return undefined;
  }

  async #send(job: Kind): Promise<void> {
    const { journal, tally } = this.#run;
    const { row, line, name } = job;
    const reason = await this.#work.send(job);
    if (reason === undefined) {
      journal.done(row, name);
      tally.sent += 1;
      return;
    }
    this.#work.refused?.(job);
    journal.refused({ row, line, reason });
    this.#report(line, name, reason);
  }

  #report(line: number, about: string, reason: string): void {
    this.#run.badRows.add({ file: this.#work.file, line, about, reason });
  }
}

/**
 * Sends the rows of a file, in parallel but in order per name. A bad row is reported and stops nothing;
 * a row that an earlier run has brought in is passed over.
 */
export const bringIn = <Kind extends Job>(run: Run, work: Work<Kind>, wish: Wish): Promise<void> =>
  new Bringing(run, work, wish).all();

import type { Client } from '../api/client.ts';
import type { BadRows } from './bad-rows.ts';
import type { Journal } from './journal.ts';
import type { Sample } from './sample.ts';

/** What a run counts. */
export interface Tally {
  /** Rows after the header, bad ones included. */
  rows: number;
  /** Acknowledged to this run. */
  sent: number;
  /** Acknowledged to an earlier run, and so passed over. */
  skipped: number;
  accounts: number;
  /** How long rows were being sent; what follows is waiting for the reports. */
  sendingSeconds: number;
}

/** Everything that one run of an import holds open. */
export interface Run {
  readonly client: Client;
  readonly journal: Journal;
  readonly badRows: BadRows;
  /** Whose versions show whether the reports have caught up. */
  readonly sample: Sample;
  readonly tally: Tally;
}

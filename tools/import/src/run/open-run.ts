import { Client } from '../api/client.ts';
import { type Questions, settle } from '../api/settle.ts';
import { tokenSource } from '../api/token.ts';
import { concurrencyDefault, settleSecondsDefault, type Watch, type Wish } from '../wish.ts';
import { BadRows } from './bad-rows.ts';
import { Journal } from './journal.ts';
import { Sample } from './sample.ts';
import {
  badRowsIn,
  forgetJournal,
  type Identity,
  journalIn,
  nameOf,
  stateFolder,
} from './state-folder.ts';

export interface Tally {
  rows: number;
  sent: number;
  skipped: number;
  accounts: number;
}

/** Everything that one run of an import holds open. */
export interface Run {
  readonly source: string;
  readonly mapping: string;
  readonly client: Client;
  readonly journal: Journal;
  readonly badRows: BadRows;
  /** Whose versions show whether the reports have caught up. */
  readonly sample: Sample;
  readonly tally: Tally;
  readonly startedAt: number;
  /** When the last row was sent; what follows is waiting. */
  readonly sentAt: () => number;
}

export interface Task {
  readonly identity: Identity;
  readonly mappingName: string;
  /** Rows that are to come, for the progress. */
  readonly total: number;
  readonly questions: Questions;
  readonly work: (run: Run) => Promise<void>;
}

const journalFlushMs = 200;
const silent: Watch = { say: () => undefined, begin: () => () => undefined };

/** A journal of things that the platform does not hold is about a platform that is gone: a new one has no rows. */
const journalFor = async (folder: string, client: Client, { is }: Questions, watch: Watch) => {
  const journal = new Journal(journalIn(folder));
  for (const name of journal.proofs) {
    const { status } = await client.get(is(name));
    if (status !== 404) continue;
    watch.say(`The platform does not hold ${name} any more, so the import begins anew.`);
    journal.close();
    forgetJournal(folder);
    return new Journal(journalIn(folder));
  }
  if (journal.size > 0) watch.say(`Goes on: ${journal.size} rows are in already.`);
  return journal;
};

const flushing = (journal: Journal): (() => void) => {
  const timer = setInterval(() => journal.flush(), journalFlushMs);
  return () => clearInterval(timer);
};

const clientFor = async ({ url, token, concurrency = concurrencyDefault }: Wish, name: string) => {
  const client = new Client({
    url,
    tokens: tokenSource(token),
    connections: concurrency,
    correlationId: `import-${name}`,
  });
  await client.open();
  return client;
};

/** Does the work of one import with a journal, a file of bad rows and progress around it. */
export const runImport = async (wish: Wish, task: Task): Promise<Run> => {
  const { identity, mappingName, total, questions, work } = task;
  const { watch = silent, settleSeconds = settleSecondsDefault, restart = false } = wish;
  const folder = stateFolder(identity, wish.state);
  if (restart) forgetJournal(folder);
  const client = await clientFor(wish, nameOf(identity));
  const closing: (() => void)[] = [];
  try {
    const journal = await journalFor(folder, client, questions, watch);
    closing.push(() => journal.close(), flushing(journal));
    const badRows = new BadRows(badRowsIn(folder));
    closing.push(() => badRows.close());
    const tally: Tally = { rows: 0, sent: 0, skipped: 0, accounts: 0 };
    const startedAt = performance.now();
    let sentAt = startedAt;
    const run: Run = {
      source: wish.path,
      mapping: mappingName,
      client,
      journal,
      badRows,
      sample: new Sample(),
      tally,
      startedAt,
      sentAt: () => sentAt,
    };
    const standing = () => ({
      done: tally.sent + tally.skipped + badRows.count,
      sent: tally.sent,
      total,
    });
    const endWatch = watch.begin(standing);
    closing.push(endWatch);
    await work(run);
    sentAt = performance.now();
    badRows.flush();
    endWatch();
    if (run.sample.names.length > 0) watch.say('Waits for the reports to take in the last rows …');
    await settle(client, questions, run.sample.names, settleSeconds);
    return run;
  } finally {
    for (const close of closing.reverse()) close();
    await client.close();
  }
};

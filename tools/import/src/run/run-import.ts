import { Client } from '../api/client.ts';
import { type Questions, settle } from '../api/settle.ts';
import { tokenSource } from '../api/token.ts';
import { concurrencyDefault, settleSecondsDefault, type Watch, type Wish } from '../wish.ts';
import { BadRows } from './bad-rows.ts';
import type { Journal } from './journal.ts';
import { openJournal } from './open-journal.ts';
import type { Run } from './run.ts';
import { Sample } from './sample.ts';
import { badRowsIn, forgetJournal, type Identity, nameOf, stateFolder } from './state-folder.ts';
import { type Summary, summaryOf } from './summary.ts';

/** What one import is about, and what it does once all is open. */
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

const newClient = ({ url, token, concurrency = concurrencyDefault }: Wish, { identity }: Task) =>
  new Client({
    url,
    tokens: tokenSource(token),
    connections: concurrency,
    correlationId: `import-${nameOf(identity)}`,
  });

const newRun = (client: Client, journal: Journal, folder: string): Run => ({
  client,
  journal,
  badRows: new BadRows(badRowsIn(folder)),
  sample: new Sample(),
  tally: { rows: 0, sent: 0, skipped: 0, accounts: 0, sendingSeconds: 0 },
});

const sendAll = async (run: Run, { work, total }: Task, watch: Watch): Promise<void> => {
  const { tally, badRows, journal } = run;
  const startedAt = performance.now();
  const flushing = setInterval(() => journal.flush(), journalFlushMs);
  const end = watch.begin(() => ({
    done: tally.sent + tally.skipped + badRows.count,
    sent: tally.sent,
    total,
  }));
  try {
    await work(run);
  } finally {
    end();
    clearInterval(flushing);
    badRows.close();
    journal.close();
    tally.sendingSeconds = (performance.now() - startedAt) / 1000;
  }
};

const sendAndSettle = async (run: Run, task: Task, wish: Wish, watch: Watch): Promise<void> => {
  const { settleSeconds = settleSecondsDefault } = wish;
  try {
    await sendAll(run, task, watch);
    watch.say('Waits for the reports to take in the last rows …');
    await settle(run.client, task.questions, run.sample.names, settleSeconds);
  } catch (error) {
    watch.say('What was acknowledged is kept; the same command goes on from there.');
    throw error;
  }
};

/** Does the work of one import, with a journal, a report of bad rows and progress around it. */
export const runImport = async (wish: Wish, task: Task): Promise<Summary> => {
  const startedAt = performance.now();
  const { watch = silent, restart = false, path: source } = wish;
  const { identity, mappingName: mapping, questions } = task;
  const folder = stateFolder(identity, wish.state);
  if (restart) forgetJournal(folder);
  const client = newClient(wish, task);
  try {
    await client.open();
    const journal = await openJournal(folder, { client, questions, watch });
    const run = newRun(client, journal, folder);
    await sendAndSettle(run, task, wish, watch);
    const seconds = (performance.now() - startedAt) / 1000;
    return summaryOf(run, { source, mapping, seconds });
  } finally {
    await client.close();
  }
};

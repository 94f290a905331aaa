import { dataServiceRoutes, tieredSupportRoutes } from '@steward/contracts';
import { pathTo } from '../api/path-to.ts';
import { reasonIn } from '../api/problem.ts';
import type { Questions } from '../api/settle.ts';
import { type CsvTable, openTable } from '../files/csv-table.ts';
import { survey } from '../files/survey.ts';
import { chooseMapping } from '../mapping/choose-mapping.ts';
import { bringIn, type Job } from '../run/bring-in.ts';
import type { Run } from '../run/run.ts';
import { runImport } from '../run/run-import.ts';
import type { Summary } from '../run/summary.ts';
import type { Wish } from '../wish.ts';
import { IncidentMapping } from './incident-mapping.ts';
import type { PlannedAccount } from './read-account.ts';
import { RegisteredAccounts } from './register-accounts.ts';
import { TicketLog } from './ticket-log.ts';

interface EntryJob extends Job {
  readonly account: PlannedAccount;
  readonly body: string;
}

const questions: Questions = {
  is: pathTo(tieredSupportRoutes.readTicket),
  seen: pathTo(dataServiceRoutes.readTicketSeen),
};

const entriesOf = pathTo(tieredSupportRoutes.recordTicketEntry);

const send =
  ({ client }: Run, brokenAt: ReadonlyMap<string, number>) =>
  async ({ name, body }: EntryJob): Promise<string | undefined> => {
    const broken = brokenAt.get(name);
    if (broken !== undefined) return `Not sent, as line ${broken} of this ticket was refused`;
    const answer = await client.post(entriesOf(name), body);
    return answer.status < 300 ? undefined : reasonIn(answer);
  };

interface Opened {
  readonly table: CsvTable;
  readonly log: TicketLog;
}

const workOn =
  (wish: Wish, { table, log }: Opened) =>
  async (run: Run): Promise<void> => {
    const accounts = new RegisteredAccounts(run.client);
    // After a refused row the next one would take its position, and another run would not know it again.
    const brokenAt = new Map<string, number>();
    const work = {
      file: wish.path,
      rows: table.rows(),
      nameOf: (fields: readonly string[]) => log.nameOf(fields),
      plan: (fields: readonly string[], place: Pick<Job, 'row' | 'line'>): EntryJob => {
        const { ticketId, account, body } = log.plan(fields);
        return { ...place, name: ticketId, account, body };
      },
      before: ({ account }: EntryJob) =>
        accounts.has(account) ? undefined : accounts.register(account),
      send: send(run, brokenAt),
      refused: ({ name, line }: EntryJob) => {
        if (!brokenAt.has(name)) brokenAt.set(name, line);
      },
    };
    await bringIn(run, work, wish);
    run.tally.accounts = log.accounts;
  };

/** A mapping fits a file that has every column it names. */
const open = async (path: string, mapping: IncidentMapping): Promise<Opened> => {
  const table = await openTable(path, mapping.file);
  return { table, log: new TicketLog(mapping, table.columns) };
};

/**
 * Brings a help desk's log in through the API, row by row with the original times: in parallel, but
 * those of one ticket in order. Bad rows are reported and stop nothing; brought in again, nothing changes.
 */
export const importIncidents = async (wish: Wish): Promise<Summary> => {
  const { path, map, url, watch } = wish;
  const { name, mapping, opened } = await chooseMapping({
    schema: IncidentMapping,
    kind: 'incidents',
    map,
    open: (mapping) => open(path, mapping),
  });
  watch?.say(`Reads ${path} by the mapping ${name}.`);
  const { digest, rows: total } = await survey(path);
  return runImport(wish, {
    identity: { kind: 'incidents', source: path, digests: [digest], mapping, url },
    mappingName: name,
    total,
    questions,
    work: workOn(wish, opened),
  });
};

import { join } from 'node:path';
import { dataServiceRoutes, opportunityRoutes } from '@steward/contracts';
import { pathTo } from '../api/path-to.ts';
import type { Questions } from '../api/settle.ts';
import { type CsvTable, openTable } from '../files/csv-table.ts';
import { survey } from '../files/survey.ts';
import { BadRow } from '../mapping/bad-row.ts';
import { chooseMapping } from '../mapping/choose-mapping.ts';
import { optional } from '../mapping/template.ts';
import { bringIn, type Job } from '../run/bring-in.ts';
import type { Run } from '../run/run.ts';
import { runImport } from '../run/run-import.ts';
import type { Summary } from '../run/summary.ts';
import type { Wish } from '../wish.ts';
import { AccountOwners } from './account-owners.ts';
import { CrmMapping } from './crm-mapping.ts';
import { agentReader } from './known-agents.ts';
import { bringInThings, eachRow } from './known-things.ts';
import { accountPlanner } from './plan-account.ts';
import { offeringPlanner } from './plan-offering.ts';
import { type Known, opportunityPlanner, type PlannedOpportunity } from './plan-opportunity.ts';
import { takeSteps } from './take-steps.ts';

interface OpportunityJob extends Job, PlannedOpportunity {}

const questions: Questions = {
  is: pathTo(opportunityRoutes.readOpportunity),
  seen: pathTo(dataServiceRoutes.readOpportunitySeen),
};

const kinds = ['accounts', 'products', 'agents', 'opportunities'] as const;
type Tables = Readonly<Record<(typeof kinds)[number], CsvTable>>;

const pathOf = (directory: string, mapping: CrmMapping, kind: (typeof kinds)[number]): string =>
  join(directory, mapping[kind].file);

const open = async (directory: string, mapping: CrmMapping): Promise<Tables> => {
  const table = (kind: (typeof kinds)[number]) =>
    openTable(pathOf(directory, mapping, kind), mapping.format);
  const tables = {
    accounts: await table('accounts'),
    products: await table('products'),
    agents: await table('agents'),
    opportunities: await table('opportunities'),
  };
  checkColumns(mapping, tables);
  return tables;
};

const nobody: Known = { agents: new Map(), offerings: new Map(), accounts: new Map() };

/** Compiles every part once, so that a mapping for other files is found out before anything is sent. */
const checkColumns = (mapping: CrmMapping, tables: Tables): void => {
  agentReader(mapping, tables.agents.columns, new Map());
  const owners = new AccountOwners(mapping, tables.opportunities.columns, nobody.agents);
  accountPlanner(mapping, tables.accounts.columns, owners);
  offeringPlanner(mapping, tables.products.columns);
  opportunityPlanner(mapping, tables.opportunities.columns, nobody);
};

const agentsIn = async (run: Run, mapping: CrmMapping, { agents }: Tables) => {
  const known = new Map<string, string>();
  const read = agentReader(mapping, agents.columns, known);
  await eachRow(run, agents, ({ fields }) => read(fields));
  return known;
};

/** The first of two passes: who owns an account follows from all of its opportunities. */
const ownersIn = async (
  mapping: CrmMapping,
  { opportunities }: Tables,
  agents: Known['agents'],
) => {
  const owners = new AccountOwners(mapping, opportunities.columns, agents);
  for await (const { fault, fields } of opportunities.rows())
    if (fault === undefined) owners.count(fields);
  return owners;
};

const bringInOpportunities = (
  run: Run,
  wish: Wish,
  { mapping, table, known }: { mapping: CrmMapping; table: CsvTable; known: Known },
): Promise<void> => {
  const { columns, rows } = table;
  const planned = opportunityPlanner(mapping, columns, known);
  const nameOf = optional(mapping.opportunities.id, columns);
  const lines = new Map<string, number>();
  const plan = (fields: readonly string[], place: Pick<Job, 'row' | 'line'>): OpportunityJob => {
    const opportunity = planned(fields);
    const { opportunityId: name } = opportunity;
    const before = lines.get(name);
    if (before !== undefined) throw new BadRow(`${name} stands on line ${before} already`);
    lines.set(name, place.line);
    return { ...place, ...opportunity, name };
  };
  const work = {
    file: columns.file,
    rows: rows(),
    plan,
    nameOf: (fields: readonly string[]) => nameOf(fields) ?? '',
    send: (job: OpportunityJob) => takeSteps(run.client, job),
  };
  return bringIn(run, work, wish);
};

const workOn =
  (wish: Wish, mapping: CrmMapping, tables: Tables) =>
  async (run: Run): Promise<void> => {
    const agents = await agentsIn(run, mapping, tables);
    const owners = await ownersIn(mapping, tables, agents);
    const offerings = await bringInThings(
      run,
      tables.products,
      offeringPlanner(mapping, tables.products.columns),
    );
    const accounts = await bringInThings(
      run,
      tables.accounts,
      accountPlanner(mapping, tables.accounts.columns, owners),
    );
    run.tally.accounts = accounts.size;
    const known = { agents, offerings, accounts };
    await bringInOpportunities(run, wish, { mapping, table: tables.opportunities, known });
  };

/**
 * Brings a CRM's export in through the API: what is sold, the accounts with their owners, and each
 * opportunity step by step. What is misspelt is mapped by a table or reported, and never guessed.
 */
export const importCrm = async (wish: Wish): Promise<Summary> => {
  const { path, map, url, watch } = wish;
  const { name, mapping, opened } = await chooseMapping({
    schema: CrmMapping,
    kind: 'crm',
    map,
    open: (mapping) => open(path, mapping),
  });
  watch?.say(`Reads ${path} by the mapping ${name}.`);
  const surveys = await Promise.all(kinds.map((kind) => survey(pathOf(path, mapping, kind))));
  const digests = surveys.map(({ digest }) => digest);
  return runImport(wish, {
    identity: { kind: 'crm', source: path, digests, mapping, url },
    mappingName: name,
    total: surveys.at(-1)?.rows ?? 0,
    questions,
    work: workOn(wish, mapping, opened),
  });
};

import { opportunityRoutes } from '@steward/contracts';
import { BadRow } from '../mapping/bad-row.ts';
import type { Columns } from '../mapping/columns.ts';
import { fitting } from '../mapping/fitting.ts';
import { byChoice, byTable } from '../mapping/lookup.ts';
import { minorUnits } from '../mapping/minor-units.ts';
import { optionalMoment, requiredMoment } from '../mapping/moment.ts';
import { optional, type Reader, required } from '../mapping/template.ts';
import type { CrmMapping } from './crm-mapping.ts';
import type { Agents } from './known-agents.ts';
import type { KnownAccount } from './plan-account.ts';
import type { KnownOffering } from './plan-offering.ts';
import type { Step } from './step.ts';

/** What opportunities may name. */
export interface Known {
  readonly agents: Agents;
  readonly offerings: ReadonlyMap<string, KnownOffering>;
  readonly accounts: ReadonlyMap<string, KnownAccount>;
}

/** One row as the steps that bring an opportunity to where the row says it stands. */
export interface PlannedOpportunity {
  readonly opportunityId: string;
  readonly steps: readonly Step[];
}

const checked = {
  discover: fitting(opportunityRoutes.discoverOpportunity),
  introduce: fitting(opportunityRoutes.introduceOpportunity),
  accept: fitting(opportunityRoutes.acceptOpportunity),
  advance: fitting(opportunityRoutes.advanceOpportunity),
  win: fitting(opportunityRoutes.winOpportunity),
  lose: fitting(opportunityRoutes.loseOpportunity),
};

const named = <Thing>(things: ReadonlyMap<string, Thing>, what: string, name: string): Thing => {
  const thing = things.get(name);
  if (thing === undefined) throw new BadRow(`There is no ${what} "${name}"`);
  return thing;
};

/** Who and what a row speaks of, by their ids. */
const partiesReader = ({ opportunities }: CrmMapping, columns: Columns, known: Known) => {
  const agent = required(opportunities.agent, columns);
  const product = required(opportunities.product, columns);
  const account = optional(opportunities.account, columns);
  const meant = new Map(Object.entries(opportunities.productNames));

  return (fields: readonly string[]) => {
    const agentId = named(known.agents, 'agent', agent(fields));
    const productName = product(fields);
    const offering = named(known.offerings, 'product', meant.get(productName) ?? productName);
    const accountName = account(fields);
    const customer =
      accountName === undefined ? undefined : named(known.accounts, 'account', accountName);
    const discoveredBy =
      opportunities.discoveredBy === 'accountOwner' ? (customer?.ownerId ?? agentId) : agentId;
    return { agentId, offering, customer, discoveredBy };
  };
};

type Parties = ReturnType<ReturnType<typeof partiesReader>>;

const beginning = (
  opportunityId: string,
  title: string | undefined,
  { agentId, offering, customer, discoveredBy }: Parties,
  occurredAt: string | undefined,
): Step[] => {
  const ownTitle = customer ? `${offering.name} for ${customer.name}` : offering.name;
  const discovered = {
    opportunityId,
    accountId: customer?.id,
    title: title ?? ownTitle,
    discoveredBy,
    offeringId: offering.id,
    occurredAt,
  };
  const { unit } = offering;
  return [
    { name: 'discover', body: checked.discover(discovered) },
    { name: 'introduce', body: checked.introduce({ units: [unit], occurredAt }) },
    { name: 'accept', body: checked.accept({ unit, ownerId: agentId, occurredAt }) },
  ];
};

type Ending = (fields: readonly string[], parties: Parties, openedAt?: string) => Step[];

const winning = ({ opportunities, currency }: CrmMapping, columns: Columns): Ending => {
  const closedAt = requiredMoment(opportunities.closedAt, columns);
  const value = required(opportunities.value, columns);
  const amountOf = minorUnits(currency);
  return (fields, { offering, customer }) => {
    if (customer === undefined) throw new BadRow('Is won, but names no account that has bought');
    const body = {
      value: { amountMinor: amountOf(value(fields)), currency },
      lines: [{ offeringId: offering.id, quantity: 1 }],
      occurredAt: closedAt(fields),
    };
    return [{ name: 'win', body: checked.win(body) }];
  };
};

const losing = ({ opportunities }: CrmMapping, columns: Columns): Ending => {
  const closedAt = requiredMoment(opportunities.closedAt, columns);
  const lossReason = byChoice(opportunities.lossReason, columns, 'loss reason');
  return (fields) => {
    const body = { lossReason: lossReason(fields), occurredAt: closedAt(fields) };
    return [{ name: 'lose', body: checked.lose(body) }];
  };
};

const advancing =
  (stage: 'qualification' | 'proposal' | 'negotiation'): Ending =>
  (_fields, _parties, occurredAt) => [
    { name: 'advance', body: checked.advance({ stage, occurredAt }) },
  ];

/** Compiles a mapping to what turns a row into steps. */
export const opportunityPlanner = (
  mapping: CrmMapping,
  columns: Columns,
  known: Known,
): Reader<PlannedOpportunity> => {
  const { opportunities } = mapping;
  const id = required(opportunities.id, columns);
  const title = optional(opportunities.title, columns);
  const stage = byTable(opportunities.stage, columns, 'stage');
  const openedAt = optionalMoment(opportunities.openedAt, columns);
  const partiesOf = partiesReader(mapping, columns, known);
  const endings: Record<ReturnType<typeof stage>, Ending> = {
    // Where an opportunity begins once it is accepted.
    prospecting: () => [],
    qualification: advancing('qualification'),
    proposal: advancing('proposal'),
    negotiation: advancing('negotiation'),
    won: winning(mapping, columns),
    lost: losing(mapping, columns),
  };

  return (fields) => {
    const opportunityId = id(fields);
    const parties = partiesOf(fields);
    const opened = openedAt(fields);
    const first = beginning(opportunityId, title(fields), parties, opened);
    const rest = endings[stage(fields)](fields, parties, opened);
    return { opportunityId, steps: [...first, ...rest] };
  };
};

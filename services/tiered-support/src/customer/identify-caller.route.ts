import { type Caller, TicketStatus, tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { ViewRow } from '@steward/persistence';
import { candidatesPresent } from '../candidates.ts';
import type { Dependencies } from '../dependencies.ts';
import { type Candidate, isThere } from '../support-agent/left-out.ts';
import { requireOneClue, type Sought } from './caller.ts';
import { type Customer, comparable } from './customers.projection.ts';

/** An address that more accounts share tells nobody anything. */
const accountsMax = 10;
const ticketsMax = 50;

type Found = ViewRow<Customer>;

const customersBy = async (
  { customers }: Dependencies,
  { address, accountId }: Sought,
): Promise<Found[]> => {
  if (accountId !== undefined) {
    const found = await customers.get(accountId);
    return found ? [found] : [];
  }
  const reachedBy = comparable(address ?? '');
  if (reachedBy === '') return [];
  return (await customers.list({ reachedBy }, { limit: accountsMax })).items;
};

/** Those who know a segment best and are there to be asked; the segment of some accounts nobody knows. */
const specialistsOf = (
  segment: string | undefined,
  present: readonly Candidate[],
  at: Date,
): Caller['specialists'] =>
  present.flatMap((candidate) => {
    const { agentId, name, desk, segments } = candidate.agent;
    const knows = segment !== undefined && segments.includes(segment);
    return knows && desk && isThere(candidate, at) ? [{ agentId, name, desk }] : [];
  });

const openStatuses = TicketStatus.exclude(['resolved', 'closed', 'cancelled']).options;

const openTicketIds = async ({ tickets }: Dependencies, accountId: string): Promise<string[]> => {
  const pages = await Promise.all(
    openStatuses.map((status) => tickets.list({ accountId, status }, { limit: ticketsMax })),
  );
  const ids = pages.flatMap(({ items }) => items.filter(exists).map(({ id }) => id));
  return ids.sort().slice(0, ticketsMax);
};

export const identifyCallerRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.identifyCaller, async ({ query }) => {
    requireOneClue(query);
    const at = dependencies.now();
    const found = await customersBy(dependencies, query);
    if (found.length === 0) return undefined;
    const present = await candidatesPresent(dependencies, at);
    const reachedBy = query.address === undefined ? undefined : comparable(query.address);
    const callerOf = async (customer: Found): Promise<Caller> => {
      const { _id: accountId, name, industry, segment, ownerId, contacts } = customer;
      const isCaller = ({ email, phone }: Customer['contacts'][number]) =>
        [email, phone].some((own) => own !== undefined && comparable(own) === reachedBy);
      return {
        accountId,
        name,
        industry,
        segment,
        ownerId,
        contacts: contacts
          .filter(isCaller)
          .map((one) => ({ contactId: one.contactId, name: one.name })),
        specialists: specialistsOf(segment, present, at),
        openTicketIds: await openTicketIds(dependencies, accountId),
      };
    };
    return { callers: await Promise.all(found.map(callerOf)) };
  });

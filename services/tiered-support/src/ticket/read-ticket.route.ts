import {
  factsForCustomers,
  type HistoryEntry,
  isStaff,
  tieredSupportRoutes,
} from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, maySee, type Principal, visibleOnly } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { unrelated } from './relations.ts';
import { heldSeconds, type RaisedTicket, resolutionOf } from './ticket.ts';

/** A ticket as the outside sees it: what is not named here stays among ourselves. */
const ticketAnswer = ({ version, state }: Read<RaisedTicket>) => {
  const { ticketId, accountId, projectId, partnerId, subject, status, label, priority, channel } =
    state;
  const { arrangement, desk, agent, raisedAt, reopenings } = state;
  const { assetId, contractLineId, contractId, entitlementId, isBillable } = state;
  const resolution = resolutionOf(state);
  return {
    ...{ ticketId, accountId, projectId, partnerId, subject, status, label, priority, channel },
    ...{ arrangement, desk, agent, raisedAt, reopenings },
    ...{ assetId, contractLineId, contractId, entitlementId, isBillable },
    waitingFor: state.status === 'waiting' ? state.waitingFor : undefined,
    heldSeconds: heldSeconds(state),
    resolvedAt: resolution?.at,
    rating: resolution?.rating,
    version,
  };
};

const some = <Item>(items: readonly Item[]): Item[] | undefined =>
  items.length > 0 ? [...items] : undefined;

/** What a ticket has to do with others, as far as it is for the caller to know. */
const relationsAnswer = ({ relations }: RaisedTicket, principal: Principal) => {
  const { mergedInto, tookIn, links, watchers, tasks, articles } = relations ?? unrelated;
  const seesAll = isStaff(principal);
  return {
    mergedInto,
    tookIn: some(tookIn),
    ...(seesAll && { links: some(links), tasks: some(tasks), articles: some(articles) }),
    watchers: some(watchers.filter((watcher) => seesAll || watcher === principal.subject)),
  };
};

const answerFor = (principal: Principal) => (read: Read<RaisedTicket>) => ({
  ...ticketAnswer(read),
  ...relationsAnswer(read.state, principal),
});

/** The ticket, where it exists for this caller. */
export const readVisible = async (
  { tickets }: Dependencies,
  ticketId: string,
  principal: Principal,
): Promise<Read<RaisedTicket> | undefined> => {
  const read = await tickets.read(ticketId);
  return exists(read) && maySee(principal, read.state) ? read : undefined;
};

export const readTicketRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readTicket, async ({ params: { ticketId }, principal }) => {
    const read = await readVisible(dependencies, ticketId, principal);
    return read && answerFor(principal)(read);
  });

export const listTicketsRoute = ({ tickets }: Dependencies) =>
  answer(tieredSupportRoutes.listTickets, async ({ query, principal }) => {
    const { accountId, partnerId, status, line, team, ...request } = query;
    const where = { accountId, partnerId, status, 'desk.line': line, 'desk.team': team };
    const page = await tickets.list(visibleOnly(principal, where), request);
    return { ...page, items: page.items.filter(exists).map(answerFor(principal)) };
  });

const hidden: ReadonlySet<string> = new Set([
  ...['terms', 'required', 'additional', 'grade', 'cannedAnswerId'],
]);

const forAll = (entry: HistoryEntry): HistoryEntry => {
  const said = Object.entries(entry.data as object).filter(([field]) => !hidden.has(field));
  return { ...entry, data: Object.fromEntries(said) };
};

export const readTicketHistoryRoute = (dependencies: Dependencies) =>
  answer(
    tieredSupportRoutes.readTicketHistory,
    async ({ params: { ticketId }, query, principal }) => {
      const read = await readVisible(dependencies, ticketId, principal);
      if (!read) return undefined;
      const { tickets } = dependencies;
      if (isStaff(principal)) return tickets.history(ticketId, query);
      const page = await tickets.history(ticketId, query, factsForCustomers);
      return { ...page, items: page.items.map(forAll) };
    },
  );

import { accountRoutes, factsForStaff, isStaff } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, maySee, type Principal } from '@steward/http';
import { accountAnswer } from '../account/read-account.route.ts';
import { contactAnswer } from '../contact/list-contacts.route.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Holding } from './customer-holdings.projection.ts';
import type { TimelineEntry } from './customer-timeline.projection.ts';

/** How much of each part the record shows; the rest has a list of its own. */
const shownMax = 50;

const countHoldings = (accountId: string) => [
  { $match: { accountId } },
  { $group: { _id: { kind: '$kind', status: '$status' }, count: { $sum: 1 } } },
];

interface Counted {
  readonly _id: { readonly kind: string; readonly status: string };
  readonly count: number;
}

const byKindAndStatus = (counted: readonly Counted[]) => {
  const counts: Record<string, Record<string, number>> = {};
  for (const { _id, count } of counted) {
    counts[_id.kind] = { ...counts[_id.kind], [_id.status]: count };
  }
  return counts;
};

const holdingAnswer = ({ kind, id, title, status, since }: Holding) => ({
  kind,
  id,
  title,
  status,
  since,
});

const entryAnswer = ({ eventId, type, noun, nounId, occurredAt, summary }: TimelineEntry) => ({
  eventId,
  type,
  noun,
  nounId,
  occurredAt,
  summary,
});

/** What of a customer's timeline is there for the caller. */
const shownTo = (principal: Principal, accountId: string) =>
  isStaff(principal) ? { accountId } : { accountId, type: { $nin: [...factsForStaff] } };

export const readCustomerRecordRoute = ({ accounts, contacts, holdings, timeline }: Dependencies) =>
  answer(accountRoutes.readCustomerRecord, async ({ params: { accountId }, principal }) => {
    if (!maySee(principal, { accountId })) return undefined;
    const [read, known, counted, held, happened] = await Promise.all([
      accounts.read(accountId),
      contacts.list({ accountId }, { limit: shownMax }),
      holdings.aggregate<Counted>(countHoldings(accountId)),
      holdings.list({ accountId }, { limit: shownMax }),
      timeline.list(
        shownTo(principal, accountId),
        { limit: shownMax },
        { by: 'order', direction: -1 },
      ),
    ]);
    if (!exists(read)) return undefined;
    return {
      account: accountAnswer(read),
      owners: [...read.state.owners],
      contacts: known.items.filter(exists).map(contactAnswer),
      counts: byKindAndStatus(counted),
      holdings: held.items.map(holdingAnswer),
      timeline: happened.items.map(entryAnswer),
    };
  });

export const readTimelineRoute = ({ timeline }: Dependencies) =>
  answer(accountRoutes.readTimeline, async ({ params: { accountId }, query, principal }) => {
    if (!maySee(principal, { accountId })) return undefined;
    const filter = shownTo(principal, accountId);
    const page = await timeline.list(filter, query, { by: 'order', direction: -1 });
    return { ...page, items: page.items.map(entryAnswer) };
  });

import { isDeepStrictEqual } from 'node:util';
import { account } from '@steward/account';
import type { AnyProjection } from '@steward/bus';
import type { TicketEvent } from '@steward/contracts';
import type { Database } from '@steward/persistence';
import type { Collection } from 'mongodb';
import { ticketFacts } from '../world/ticket-facts.ts';

/** What a customer has with us, by its key: the read model that everybody here builds. */
export interface Holding {
  readonly _id: string;
  readonly accountId: string;
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly since: string;
}

/** The read model as the service of accounts declares it. */
export const holdingsOf = (database: Database): AnyProjection => {
  const doors = account.open({ database, now: () => new Date(), newId: () => '' });
  const holdings = doors.projections.find(({ name }) => name === 'customer-holdings');
  if (!holdings) throw new Error('There is no read model of holdings');
  return holdings;
};

const statusAfter: Partial<Record<TicketEvent['type'], string>> = {
  TicketRaised: 'queued',
  TicketQueued: 'queued',
  TicketWorkStarted: 'in-progress',
  TicketWaitStarted: 'waiting',
  TicketResolved: 'resolved',
  TicketClosed: 'closed',
};

export const holdingKey = (ticketId: string): string => `tiered-support.ticket/${ticketId}`;

/** The same as an update of one document, for those who write without a fold; none where nothing changes. */
export const updateOf = ({ type, data }: TicketEvent) => {
  const status = statusAfter[type];
  if (!status) return undefined;
  const { ticketId: id, at: since } = data;
  const begun =
    type === 'TicketRaised'
      ? { accountId: data.accountId, kind: 'ticket', id, title: data.subject }
      : {};
  const $set = { ...begun, status, since };
  return { filter: { _id: holdingKey(id) }, update: { $set }, upsert: type === 'TicketRaised' };
};

/** How many rows are not what the history of the tickets says; rows that nothing says count too. */
export const wrongRows = async (view: Collection<Holding>, tickets: number): Promise<number> => {
  const expected = new Map<string, object>();
  for (const { event } of ticketFacts(tickets)) {
    const change = updateOf(event);
    const key = holdingKey(event.data.ticketId);
    if (change) expected.set(key, { ...expected.get(key), ...change.update.$set });
  }
  let wrong = 0;
  for await (const { _id, ...row } of view.find()) {
    if (!isDeepStrictEqual(row, expected.get(_id))) wrong += 1;
    expected.delete(_id);
  }
  return wrong + expected.size;
};

import {
  type HistoryEntry,
  isStaff,
  type TicketEvent,
  type TicketMessage,
  tieredSupportRoutes,
} from '@steward/contracts';
import { answer } from '@steward/http';
import { encodeCursor, type Page, type PageRequest } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { joinTimelines } from './join-timelines.ts';
import { readVisible } from './read-ticket.route.ts';
import type { RaisedTicket } from './ticket.ts';

const messageAnswer = (entry: HistoryEntry): TicketMessage[] => {
  const { type, data } = entry as unknown as TicketEvent;
  const { actor } = entry;
  if (type === 'TicketNoteAdded') {
    const { noteId, text, attachments, at } = data;
    return [{ kind: 'note', noteId, text, attachments, at, actor }];
  }
  if (type === 'TicketMessageTakenOver') {
    const { messageId, from, channel, text, attachments, fromTicketId } = data;
    const said = { messageId, from, channel, text, attachments, fromTicketId };
    return [{ kind: 'message', ...said, at: data.saidAt, actor: data.saidBy }];
  }
  if (type !== 'TicketMessageAdded') return [];
  const { messageId, from, channel, text, attachments, at } = data;
  return [{ kind: 'message', messageId, from, channel, text, attachments, at, actor }];
};

/**
 * One page of what was said in a ticket and in what goes on in it. The cursor has a part for each of these
 * tickets, and one that joins them later is read from its beginning.
 */
export const readTimeline = async (
  { tickets }: Dependencies,
  { ticketId, relations }: RaisedTicket,
  { limit, cursor = '' }: PageRequest,
  types: readonly TicketEvent['type'][],
): Promise<Page<TicketMessage>> => {
  const ids = [ticketId, ...(relations?.tookIn ?? [])];
  const cursors = cursor.split('.');
  const pages = await Promise.all(
    ids.map((id, index) =>
      tickets.history(id, { limit, cursor: cursors[index] || undefined }, types),
    ),
  );
  const { items, taken } = joinTimelines(
    pages.map((page) => page.items),
    limit,
  );
  const answered = items.flatMap(({ timeline, entry }) =>
    messageAnswer(entry).map((message) =>
      timeline === 0 ? message : { fromTicketId: ids[timeline], ...message },
    ),
  );
  const isLast = pages.every(({ items, next }, index) => !next && items.length === taken[index]);
  if (isLast) return { items: answered };
  const next = pages.map(({ items }, index) => {
    const last = items[(taken[index] ?? 0) - 1];
    return last ? encodeCursor(last.version) : (cursors[index] ?? '');
  });
  return { items: answered, next: next.join('.') };
};

export const listMessagesRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.listMessages, async ({ params: { ticketId }, query, principal }) => {
    const read = await readVisible(dependencies, ticketId, principal);
    if (!read) return undefined;
    const types: TicketEvent['type'][] = ['TicketMessageAdded', 'TicketMessageTakenOver'];
    if (isStaff(principal)) types.push('TicketNoteAdded');
    return readTimeline(dependencies, read.state, query, types);
  });

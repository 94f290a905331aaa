import {
  type HistoryEntry,
  type TicketEvent,
  type TicketMessage,
  tieredSupportRoutes,
} from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { readVisible } from './read-ticket.route.ts';

const messageAnswer = (entry: HistoryEntry): TicketMessage[] => {
  const { type, data } = entry as unknown as TicketEvent;
  const { actor } = entry;
  if (type === 'TicketNoteAdded') {
    const { noteId, text, at } = data;
    return [{ kind: 'note', noteId, text, at, actor }];
  }
  if (type !== 'TicketMessageAdded') return [];
  const { messageId, from, channel, text, at } = data;
  return [{ kind: 'message', messageId, from, channel, text, at, actor }];
};

export const listMessagesRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.listMessages, async ({ params: { ticketId }, query, principal }) => {
    const read = await readVisible(dependencies, ticketId, principal);
    if (!read) return undefined;
    const notes = principal.roles.includes('customer') ? [] : ['TicketNoteAdded'];
    const types = ['TicketMessageAdded', ...notes];
    const page = await dependencies.tickets.history(ticketId, query, types);
    return { ...page, items: page.items.flatMap(messageAnswer) };
  });

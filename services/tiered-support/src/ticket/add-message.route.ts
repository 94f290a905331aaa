import { tieredSupportRoutes } from '@steward/contracts';
import { answer, ownAccountOnly } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { addMessage, addNote } from './add-message.ts';
import { requireStaff } from './require-ticket.ts';

export const addMessageRoute = ({ tickets, newId }: Dependencies) =>
  answer(tieredSupportRoutes.addMessage, ({ params: { ticketId }, body, because, principal }) => {
    const isCustomer = principal.roles.includes('customer');
    const { messageId = newId(), from = isCustomer ? 'customer' : 'staff', ...said } = body;
    if (from === 'staff') requireStaff(principal);
    const on = { ticketId, at: because.at, ...ownAccountOnly(principal) };
    const command = { ...said, ...on, messageId, from };
    return tickets.change(ticketId, (ticket) => addMessage(ticket, command), because);
  });

export const addNoteRoute = ({ tickets, newId }: Dependencies) =>
  answer(tieredSupportRoutes.addNote, ({ params: { ticketId }, body, because, principal }) => {
    requireStaff(principal);
    const { noteId = newId(), ...note } = body;
    const command = { ticketId, noteId, ...note, at: because.at };
    return tickets.change(ticketId, (ticket) => addNote(ticket, command), because);
  });

import { isStaff, tieredSupportRoutes } from '@steward/contracts';
import { answer, ownOnly } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { addMessage, addNote } from './add-message.ts';
import { requireStaff } from './require-ticket.ts';

export const addMessageRoute = ({ tickets, newId }: Dependencies) =>
  answer(tieredSupportRoutes.addMessage, ({ params: { ticketId }, body, because, principal }) => {
    // A partner speaks for the customer whose project it leads; its history tells who it was.
    const speaker = isStaff(principal) ? 'staff' : 'customer';
    const { messageId = newId(), from = speaker, ...said } = body;
    if (from === 'staff') requireStaff(principal);
    const on = { ticketId, at: because.at, ...ownOnly(principal) };
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

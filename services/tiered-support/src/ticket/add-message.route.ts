import { isStaff, tieredSupportRoutes } from '@steward/contracts';
import { answer, ownOnly, type Principal } from '@steward/http';
import { requireDefined } from '../canned-answer/canned-answer.ts';
import type { Dependencies } from '../dependencies.ts';
import { addMessage, addNote } from './add-message.ts';
import { requireStaff } from './require-ticket.ts';

/** Which canned answers there are is for staff to know, so others are turned away before anything is looked for. */
const requireCannedAnswer = async (
  { cannedAnswers }: Dependencies,
  cannedAnswerId: string | undefined,
  principal: Principal,
): Promise<void> => {
  if (cannedAnswerId === undefined) return;
  requireStaff(principal);
  requireDefined((await cannedAnswers.read(cannedAnswerId))?.state, cannedAnswerId);
};

export const addMessageRoute = (dependencies: Dependencies) =>
  answer(
    tieredSupportRoutes.addMessage,
    async ({ params: { ticketId }, body, because, principal }) => {
      const { tickets, newId } = dependencies;
      // A partner speaks for the customer whose project it leads; its history tells who it was.
      const speaker = isStaff(principal) ? 'staff' : 'customer';
      const { messageId = newId(), from = speaker, ...said } = body;
      if (from === 'staff') requireStaff(principal);
      await requireCannedAnswer(dependencies, said.cannedAnswerId, principal);
      const on = { ticketId, at: because.at, ...ownOnly(principal) };
      const command = { ...said, ...on, messageId, from };
      return tickets.change(ticketId, (ticket) => addMessage(ticket, command), because);
    },
  );

export const addNoteRoute = ({ tickets, newId }: Dependencies) =>
  answer(tieredSupportRoutes.addNote, ({ params: { ticketId }, body, because, principal }) => {
    requireStaff(principal);
    const { noteId = newId(), ...note } = body;
    const command = { ticketId, noteId, ...note, at: because.at };
    return tickets.change(ticketId, (ticket) => addNote(ticket, command), because);
  });

import { erasedWords, type TicketEvent } from '@steward/contracts';
import type { Erased } from '@steward/domain';
import { factOf } from './fact.ts';
import type { Ticket } from './ticket.ts';

interface EraseRating {
  readonly surveyId: string;
  readonly at: Date;
}

/** Takes back what was written in a survey and told again with the rating that it became, if it became one. */
export const eraseRating = (
  ticket: Ticket,
  past: readonly TicketEvent[],
  { surveyId, at }: EraseRating,
): Erased<TicketEvent> => {
  if (ticket.status === 'absent') return { left: past, events: [] };
  const blank = (event: TicketEvent): TicketEvent =>
    event.type === 'TicketRated' && event.data.surveyId === surveyId && event.data.comment
      ? { ...event, data: { ...event.data, comment: erasedWords } }
      : event;
  const erased = { ...factOf(ticket, ticket.label, at), surveyId };
  return { left: past.map(blank), events: [{ type: 'TicketRatingErased', data: erased }] };
};

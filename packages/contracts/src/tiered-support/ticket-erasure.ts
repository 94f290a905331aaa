import { z } from 'zod';
import { event } from '../event.ts';
import { Id, Instant } from '../primitives.ts';
import { fact } from './ticket-fact.ts';

/** What was said is erased, with the files that came with it: in its own fact, and wherever that was told again. */
export const TicketMessageErased = event(
  'TicketMessageErased',
  'tiered-support.ticket.message-erased.v1',
  z.object({ ...fact, messageId: Id, saidAt: Instant }),
);

export const TicketNoteErased = event(
  'TicketNoteErased',
  'tiered-support.ticket.note-erased.v1',
  z.object({ ...fact, noteId: Id, saidAt: Instant }),
);

/** What the customer wrote with a rating is erased, as in the survey that it came from; the score stays. */
export const TicketRatingErased = event(
  'TicketRatingErased',
  'tiered-support.ticket.rating-erased.v1',
  z.object({ ...fact, surveyId: Id }),
);

/** All facts that tell what a ticket holds no more. */
export const erasureFacts = [TicketMessageErased, TicketNoteErased, TicketRatingErased] as const;

import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name, Text } from '../primitives.ts';

const consult = { consultId: Id, ticketId: Id, accountId: Id, at: Instant };

/** Whom a question is for: a team of technical experts, or one of them by name. */
export const ConsultQuestion = z.object({
  question: Text.min(1),
  team: Name,
  expert: z.string().min(1).max(200).optional(),
});
export type ConsultQuestion = z.output<typeof ConsultQuestion>;

/** The call centre asks an expert, and keeps the ticket meanwhile. */
export const ConsultAsked = event(
  'ConsultAsked',
  'tiered-support.consult.asked.v1',
  z.object({ ...consult, ...ConsultQuestion.shape, askedBy: z.string() }),
);

export const ConsultAnswered = event(
  'ConsultAnswered',
  'tiered-support.consult.answered.v1',
  z.object({ ...consult, answer: Text.min(1), answeredBy: z.string() }),
);

export const consultNoun = noun('tiered-support.consult', [ConsultAsked, ConsultAnswered]);
export type ConsultEvent = EventOf<(typeof consultNoun.events)[number]>;

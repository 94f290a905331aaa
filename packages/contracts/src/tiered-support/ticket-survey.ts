import { z } from 'zod';
import { event } from '../event.ts';
import { Id } from '../primitives.ts';
import { fact } from './ticket-fact.ts';

/** The answer to a survey came when the resolution was rated already, or had not held: it rates nothing. */
export const TicketSurveyLeftOut = event(
  'TicketSurveyLeftOut',
  'tiered-support.ticket.survey-left-out.v1',
  z.object({
    ...fact,
    surveyId: Id,
    score: z.int().min(1).max(5),
    why: z.enum(['already-rated', 'reopened']),
  }),
);

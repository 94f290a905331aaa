import type { TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { resolutionOf, type Ticket } from './ticket.ts';

export interface RateBySurvey {
  readonly surveyId: string;
  readonly score: number;
  readonly comment?: string | undefined;
  /** The resolution that was asked about. */
  readonly resolvedAt: string;
  readonly at: Date;
}

/**
 * Takes the answer to a survey for the rating. What the customer has said in the ticket itself stays, and an
 * answer about a resolution that did not hold rates nothing; either is told.
 */
export const rateBySurvey = (ticket: Ticket, command: RateBySurvey): TicketEvent[] => {
  if (ticket.status === 'absent') return [];
  const { surveyId, score, comment, resolvedAt, at } = command;
  // The ticket may have changed since the answer was given, which is no fault of the customer's.
  const heardAt = new Date(Math.max(at.getTime(), Date.parse(ticket.changedAt)));
  const answered = { ...factOf(ticket, ticket.label, heardAt), surveyId, score };
  const resolution = resolutionOf(ticket);
  if (resolution?.at !== resolvedAt)
    return [{ type: 'TicketSurveyLeftOut', data: { ...answered, why: 'reopened' } }];
  if (resolution.rating !== undefined)
    return [{ type: 'TicketSurveyLeftOut', data: { ...answered, why: 'already-rated' } }];
  return [{ type: 'TicketRated', data: { ...answered, comment } }];
};

import { on } from '@steward/bus';
import { SurveyAnswered, SurveyErased } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { eraseRating } from './erase-rating.ts';
import { rateBySurvey } from './rate-by-survey.ts';

/**
 * What somebody answers is the rating of the ticket, as if they had said it there. What is erased of it goes there,
 * too: one consumer hears of both, so that the words never come after their erasure.
 */
export const rateTicketOnSurveyAnswered = ({ tickets }: Dependencies) =>
  on('rateTicketOnSurveyAnswered', [SurveyAnswered, SurveyErased], ({ type, data, because }) => {
    const { ticketId, surveyId } = data;
    const { at } = because;
    if (type === 'SurveyErased')
      return tickets.erase(
        ticketId,
        (ticket, past) => eraseRating(ticket, past, { surveyId, at }),
        because,
      );
    const { score, comment, resolvedAt } = data;
    const command = { surveyId, score, comment, resolvedAt, at };
    return tickets.change(ticketId, (ticket) => rateBySurvey(ticket, command), because);
  });

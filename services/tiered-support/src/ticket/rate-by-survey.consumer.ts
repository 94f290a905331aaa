import { on } from '@steward/bus';
import { SurveyAnswered } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { rateBySurvey } from './rate-by-survey.ts';

/** What somebody answers is the rating of the ticket, as if they had said it there. */
export const rateTicketOnSurveyAnswered = ({ tickets }: Dependencies) =>
  on('rateTicketOnSurveyAnswered', SurveyAnswered, ({ data, because }) => {
    const { ticketId, surveyId, score, comment, resolvedAt } = data;
    const command = { surveyId, score, comment, resolvedAt, at: because.at };
    return tickets.change(ticketId, (ticket) => rateBySurvey(ticket, command), because);
  });

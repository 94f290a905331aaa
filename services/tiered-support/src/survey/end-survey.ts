import type { SurveyEvent } from '@steward/contracts';
import type { Survey } from './survey.ts';

/** Ends a survey whose time is over. Who rings too early or twice changes nothing. */
export const expireSurvey = (survey: Survey, at: Date): SurveyEvent[] => {
  if (survey.status !== 'offered' || at.getTime() < Date.parse(survey.dueAt)) return [];
  const { surveyId, ticketId, accountId } = survey;
  return [{ type: 'SurveyExpired', data: { surveyId, ticketId, accountId, at: at.toISOString() } }];
};

export interface CancelSurvey {
  readonly surveyId: string;
  readonly ticketId: string;
  readonly accountId: string;
  readonly at: Date;
}

/**
 * Calls a survey off because its resolution did not hold. One that is not there yet is called off in advance:
 * that a ticket was resolved may be heard after it was reopened.
 */
export const cancelSurvey = (survey: Survey, { at, ...about }: CancelSurvey): SurveyEvent[] =>
  survey.status === 'absent' || survey.status === 'offered'
    ? [
        {
          type: 'SurveyCancelled',
          data: { ...about, at: at.toISOString(), reason: 'superseded' },
        },
      ]
    : [];

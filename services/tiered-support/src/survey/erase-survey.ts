import { erasedWords, type SurveyEvent } from '@steward/contracts';
import type { Erased } from '@steward/domain';
import { refuse, type Survey } from './survey.ts';

interface EraseSurvey {
  readonly surveyId: string;
  readonly at: Date;
}

const blank = (event: SurveyEvent): SurveyEvent => {
  if (event.type !== 'SurveyAnswered') return event;
  const { comment, answers } = event.data;
  return {
    type: event.type,
    data: {
      ...event.data,
      comment: comment && erasedWords,
      answers: answers.map((one) => ({ ...one, text: erasedWords })),
    },
  };
};

export const eraseSurvey = (
  survey: Survey,
  past: readonly SurveyEvent[],
  { surveyId, at }: EraseSurvey,
): Erased<SurveyEvent> => {
  if (survey.status === 'absent')
    throw refuse('survey-not-found', `There is no survey ${surveyId}`);
  // Whoever has not answered could still do so, and what they write then would stay.
  if (survey.status !== 'answered')
    throw refuse('survey-not-answered', `Survey ${surveyId} is ${survey.status}`);
  const { ticketId, accountId } = survey;
  const erased = { surveyId, ticketId, accountId, at: at.toISOString() };
  return { left: past.map(blank), events: [{ type: 'SurveyErased', data: erased }] };
};

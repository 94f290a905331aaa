import { erasedWords, SurveyErased, type SurveyEvent } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { answered, cancelled, day, expired, offered, withheld } from '../fixtures/survey-past.ts';
import { eraseSurvey } from './erase-survey.ts';
import { type Survey, survey } from './survey.ts';

const given = scenario(survey);
const erase = (state: Survey, past: readonly SurveyEvent[]) =>
  eraseSurvey(state, past, { surveyId: 'v-1', at: day(9) });
const told: SurveyEvent = {
  type: 'SurveyErased',
  data: { surveyId: 'v-1', ticketId: 't-1', accountId: 'acme', at: day(9).toISOString() },
};

describe('erase a survey', () => {
  it('takes what was written, and leaves the score and who was asked what', () => {
    const answers = [{ questionId: 'speed', text: 'Ann was slow' }];
    const erased = [{ questionId: 'speed', text: erasedWords }];
    given(offered(), answered({ comment: 'Ann was rude', answers }))
      .erase(erase)
      .thenLeaves([offered(), answered({ comment: erasedWords, answers: erased })], told);
    expect(SurveyErased.parse(told)).toEqual(told);
  });

  it.each([
    { what: 'nothing was written', said: answered() },
    { what: 'all is erased already', said: answered({ comment: erasedWords }) },
  ])('changes nothing where $what', ({ said }) => {
    given(offered(), said).erase(erase).thenChangesNothing();
  });

  it.each([
    { what: 'nobody knows of it', past: [], code: 'survey-not-found' },
    { what: 'it can be answered yet', past: [offered()], code: 'survey-not-answered' },
    { what: 'it was withheld', past: [withheld()], code: 'survey-not-answered' },
    { what: 'it expired', past: [offered(), expired], code: 'survey-not-answered' },
    { what: 'it was called off', past: [offered(), cancelled], code: 'survey-not-answered' },
  ])('is refused where $what', ({ past, code }) => {
    given(...past)
      .erase(erase)
      .thenRefuses(code);
  });
});

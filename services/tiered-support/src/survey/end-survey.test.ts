import { SurveyCancelled, SurveyExpired } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { answered, cancelled, day, expired, offered, withheld } from '../fixtures/survey-past.ts';
import { cancelSurvey, expireSurvey } from './end-survey.ts';
import { survey } from './survey.ts';

const given = scenario(survey);
const cancel = { surveyId: 'v-1', ticketId: 't-1', accountId: 'acme', at: day(3) };

describe('expire a survey', () => {
  it('ends it in the moment that it names', () => {
    given(offered())
      .when((state) => expireSurvey(state, day(16)))
      .thenEmits(expired);
    expect(SurveyExpired.parse(expired)).toEqual(expired);
  });

  it.each([
    { what: 'before its time', past: [offered()], at: day(15) },
    { what: 'what is answered', past: [offered(), answered()], at: day(17) },
    { what: 'what is called off', past: [offered(), cancelled], at: day(17) },
    { what: 'what has expired', past: [offered(), expired], at: day(17) },
    { what: 'what never was', past: [], at: day(17) },
  ])('leaves alone $what', ({ past, at }) => {
    given(...past)
      .when((state) => expireSurvey(state, at))
      .thenNothing();
  });
});

describe('cancel a survey', () => {
  it.each([
    { what: 'one that is out', past: [offered()] },
    { what: 'one that is still to come', past: [] },
  ])('calls off $what', ({ past }) => {
    given(...past)
      .when((state) => cancelSurvey(state, cancel))
      .thenEmits(cancelled);
    expect(SurveyCancelled.parse(cancelled)).toEqual(cancelled);
  });

  it.each([
    { what: 'answered', past: [offered(), answered()] },
    { what: 'expired', past: [offered(), expired] },
    { what: 'withheld', past: [withheld()] },
    { what: 'called off', past: [cancelled] },
  ])('leaves alone what is $what', ({ past }) => {
    given(...past)
      .when((state) => cancelSurvey(state, cancel))
      .thenNothing();
  });

  it.each([
    { what: 'answered', event: answered() },
    { what: 'expired', event: expired },
    { what: 'cancelled', event: cancelled },
  ])('and whatever is $what falls due no more', ({ what, event }) => {
    const state = [offered(), event].reduce(survey.evolve, survey.initial);
    expect(state.status).toBe(what);
    expect(state).not.toHaveProperty('dueAt');
  });

  it.each([answered(), expired])('is not undone by $type', (event) => {
    const state = survey.evolve(survey.initial, cancelled);
    expect(survey.evolve(state, event)).toBe(state);
    expect(survey.evolve(state, cancelled)).toBe(state);
  });
});

import { surveyNoun } from '@steward/contracts';
import { answered, cancelled, expired, offered, withheld } from '../fixtures/survey-past.ts';
import { surveyFigures } from './survey-figures.ts';
import { type SurveyResult, surveyResults } from './survey-results.projection.ts';

const occurrence = { id: 'e-1', topic: surveyNoun.topic, key: 'v-1', version: 1 };
const after = (...events: ReturnType<typeof offered>[]) =>
  events.reduce<SurveyResult | undefined>(
    (row, event) => surveyResults.apply(row, { ...occurrence, at: event.data.at, ...event }),
    undefined,
  );
const at = offered().data.at;

describe('the results of surveys', () => {
  it.each([
    { what: 'offered', events: [offered()], row: { status: 'offered', at } },
    {
      what: 'answered',
      events: [offered(), answered()],
      row: { status: 'answered', at, score: 4 },
    },
    { what: 'expired', events: [offered(), expired], row: { status: 'expired', at } },
    { what: 'called off', events: [offered(), cancelled], row: { status: 'cancelled', at } },
    { what: 'withheld', events: [withheld()], row: { status: 'withheld', at } },
    { what: 'called off before it was offered', events: [cancelled], row: undefined },
  ])('keep one that is $what', ({ events, row }) => {
    expect(after(...events)).toEqual(row);
  });
});

describe('the figures of surveys', () => {
  const scores = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };

  it('know no rate, mean or share where nothing is', () => {
    expect(surveyFigures([])).toEqual({
      offered: 0,
      withheld: 0,
      open: 0,
      answered: 0,
      expired: 0,
      cancelled: 0,
      scores,
    });
  });

  it('count who answered among those who could', () => {
    const figures = surveyFigures([
      { status: 'offered', score: null, count: 1 },
      { status: 'withheld', score: null, count: 7 },
      { status: 'expired', score: null, count: 3 },
      { status: 'cancelled', score: null, count: 2 },
      { status: 'answered', score: 5, count: 2 },
      { status: 'answered', score: 4, count: 1 },
      { status: 'answered', score: 1, count: 1 },
    ]);
    expect(figures).toEqual({
      offered: 10,
      withheld: 7,
      open: 1,
      answered: 4,
      expired: 3,
      cancelled: 2,
      responseRate: 0.5,
      mean: 3.75,
      csat: 0.75,
      scores: { ...scores, 1: 1, 4: 1, 5: 2 },
    });
  });
});

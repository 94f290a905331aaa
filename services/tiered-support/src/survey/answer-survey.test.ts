import { SurveyAnswered } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import {
  answered,
  cancelled,
  day,
  expired,
  offered,
  secretHash,
  withheld,
} from '../fixtures/survey-past.ts';
import { type AnswerSurvey, answerSurvey } from './answer-survey.ts';
import { survey } from './survey.ts';

const given = scenario(survey);
const carl = { subject: 'carl', isCustomer: true, accountId: 'acme' };
const answer = (changes: Partial<AnswerSurvey> = {}): AnswerSurvey => ({
  surveyId: 'v-1',
  answerer: carl,
  hasSecret: (hash) => hash === secretHash,
  score: 4,
  answers: [],
  at: day(3),
  ...changes,
});
const contact = { kind: 'contact', id: 'c-1' } as const;

describe('answer a survey', () => {
  it('takes the score, a comment and the answers to what was asked', () => {
    const questions = [{ questionId: 'speed', text: 'Was it quick?' }];
    const said = { comment: 'Thanks', answers: [{ questionId: 'speed', text: 'Very' }] };
    given(offered({ questions }))
      .when((state) => answerSurvey(state, answer(said)))
      .thenEmits(answered(said));
    expect(SurveyAnswered.parse(answered(said))).toEqual(answered(said));
  });

  it.each([
    { who: 'the one user who raised the ticket', receiver: undefined, answerer: carl },
    {
      who: 'whoever of the account was given the link of a contact',
      receiver: contact,
      answerer: { ...carl, subject: 'cleo' },
    },
  ])('is for $who', ({ receiver, answerer }) => {
    given(offered(receiver && { receiver }))
      .when((state) => answerSurvey(state, answer({ answerer })))
      .thenEmits(answered());
  });

  it.each<{ what: string; past: Parameters<typeof given>; changes: Partial<AnswerSurvey> }>([
    { what: 'the secret is wrong', past: [offered()], changes: { hasSecret: () => false } },
    {
      what: 'somebody else of the account holds the secret',
      past: [offered()],
      changes: { answerer: { ...carl, subject: 'cleo' } },
    },
    {
      what: 'somebody of another account holds the secret of a contact',
      past: [offered({ receiver: contact })],
      changes: { answerer: { ...carl, accountId: 'other' } },
    },
    {
      what: 'one of ours has the name of the receiver',
      past: [offered()],
      changes: { answerer: { ...carl, isCustomer: false } },
    },
    {
      what: 'the secret is wrong for one that is over',
      past: [offered(), expired],
      changes: { hasSecret: () => false },
    },
    { what: 'it was never offered', past: [], changes: {} },
    { what: 'it was withheld', past: [withheld()], changes: {} },
    { what: 'it was called off in advance', past: [cancelled], changes: {} },
  ])('knows no survey where $what', ({ past, changes }) => {
    given(...past)
      .when((state) => answerSurvey(state, answer(changes)))
      .thenRefuses('survey-not-found');
  });

  it.each([
    { what: 'twice', past: [offered(), answered()], at: day(4), code: 'survey-already-answered' },
    {
      what: 'when it has expired',
      past: [offered(), expired],
      at: day(17),
      code: 'survey-expired',
    },
    { what: 'in the moment of expiry', past: [offered()], at: day(16), code: 'survey-expired' },
    {
      what: 'when the ticket is open again',
      past: [offered(), cancelled],
      at: day(4),
      code: 'survey-superseded',
    },
  ])('is refused $what', ({ past, at, code }) => {
    given(...past)
      .when((state) => answerSurvey(state, answer({ at })))
      .thenRefuses(code);
  });

  it.each([
    { what: 'never asked', asked: [], ids: ['speed'] },
    { what: 'answered twice', asked: ['speed'], ids: ['speed', 'speed'] },
  ])('refuses what was $what', ({ asked, ids }) => {
    const questions = asked.map((questionId) => ({ questionId, text: 'Was it quick?' }));
    const answers = ids.map((questionId) => ({ questionId, text: 'Yes' }));
    given(offered({ questions }))
      .when((state) => answerSurvey(state, answer({ answers })))
      .thenRefuses('survey-question-unknown');
  });
});

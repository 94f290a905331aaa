import { SurveyPolicyDefined, SurveyPolicyRevised } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { day, surveyContent } from '../fixtures/survey-past.ts';
import { defineSurveyPolicy, reviseSurveyPolicy } from './define-survey-policy.ts';
import { surveyPolicy } from './survey-policy.ts';

const given = scenario(surveyPolicy);
const command = { policyId: 'current', content: surveyContent(), hasLinkKey: true, at: day(2) };
const said = { policyId: 'current', content: surveyContent(), at: day(2).toISOString() };
const defined = { type: 'SurveyPolicyDefined', data: said } as const;
const revised = { type: 'SurveyPolicyRevised', data: said } as const;

describe('a policy of surveys', () => {
  it('is defined, and revised', () => {
    given()
      .when((policy) => defineSurveyPolicy(policy, command))
      .thenEmits(defined);
    given(defined)
      .when((policy) => reviseSurveyPolicy(policy, command))
      .thenEmits(revised);
    expect(SurveyPolicyDefined.parse(defined)).toEqual(defined);
    expect(SurveyPolicyRevised.parse(revised)).toEqual(revised);
  });

  it('is what was said last', () => {
    const content = surveyContent({ quietDays: 5 });
    const later = { ...revised, data: { ...said, content } };
    const state = [defined, later].reduce(surveyPolicy.evolve, surveyPolicy.initial);
    expect(state).toEqual({ status: 'defined', policyId: 'current', ...content });
  });

  it('is defined once', () => {
    given(defined)
      .when((policy) => defineSurveyPolicy(policy, command))
      .thenRefuses('survey-policy-already-defined');
  });

  it('is not revised before it is defined', () => {
    given()
      .when((policy) => reviseSurveyPolicy(policy, command))
      .thenRefuses('survey-policy-not-found');
  });

  const question = { questionId: 'speed', text: 'Was it quick?' };

  it.each([
    {
      what: 'one question twice',
      content: { questions: [question, question] },
      hasLinkKey: true,
      code: 'survey-question-twice',
    },
    {
      what: 'surveys whose links cannot be made',
      content: {},
      hasLinkKey: false,
      code: 'survey-link-key-missing',
    },
  ])('refuses $what', ({ content, hasLinkKey, code }) => {
    const wrong = { ...command, content: surveyContent(content), hasLinkKey };
    given()
      .when((policy) => defineSurveyPolicy(policy, wrong))
      .thenRefuses(code);
    given(defined)
      .when((policy) => reviseSurveyPolicy(policy, wrong))
      .thenRefuses(code);
  });
});

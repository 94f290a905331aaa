import { SurveyOffered, SurveyWithheld } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import {
  answered,
  cancelled,
  day,
  offered,
  secretHash,
  surveyContent,
  withheld,
} from '../fixtures/survey-past.ts';
import { isAskedAbout, offerSurvey, receiverOf, withholdSurvey } from './offer-survey.ts';
import { survey } from './survey.ts';

const given = scenario(survey);
const about = {
  surveyId: 'v-1',
  ticketId: 't-1',
  accountId: 'acme',
  resolvedAt: day(2).toISOString(),
  at: day(2),
};
const offer = {
  ...about,
  receiver: { kind: 'user', id: 'carl' } as const,
  secretHash,
  isQuiet: false,
  policy: surveyContent(),
  policyVersion: 1,
};

describe('offer a survey', () => {
  it('asks the receiver for as long as the policy says', () => {
    given()
      .when((state) => offerSurvey(state, offer))
      .thenEmits(offered());
    expect(SurveyOffered.parse(offered())).toEqual(offered());
  });

  it('puts off and ends it by what the policy says', () => {
    const policy = surveyContent({ delayMinutes: 24 * 60, validDays: 3 });
    const [event] = offerSurvey({ status: 'absent' }, { ...offer, policy });
    expect(event?.data).toMatchObject({
      sendFrom: day(3).toISOString(),
      expiresAt: day(6).toISOString(),
    });
  });

  it('leaves alone whoever was asked lately, and says so', () => {
    given()
      .when((state) => offerSurvey(state, { ...offer, isQuiet: true }))
      .thenEmits(withheld());
    expect(SurveyWithheld.parse(withheld())).toEqual(withheld());
  });

  it('says that nobody is known to ask', () => {
    const { receiver: _, ...nobody } = withheld({ reason: 'no-receiver' }).data as {
      receiver?: object;
    };
    const [event] = withholdSurvey({ status: 'absent' }, about);
    expect(event).toEqual({ type: 'SurveyWithheld', data: nobody });
  });

  it.each([
    { past: [offered()], what: 'is out' },
    { past: [offered(), answered()], what: 'is answered' },
    { past: [withheld()], what: 'was withheld' },
    { past: [cancelled], what: 'was called off in advance' },
  ])('asks nobody again where one $what', ({ past }) => {
    given(...past)
      .when((state) => offerSurvey(state, offer))
      .thenNothing();
    given(...past)
      .when((state) => withholdSurvey(state, about))
      .thenNothing();
  });
});

describe('whether anybody is asked', () => {
  it.each([
    { policy: {}, raised: {}, inCall: false, isAsked: true, what: 'about a resolution' },
    {
      policy: { isActive: false },
      raised: {},
      inCall: false,
      isAsked: false,
      what: 'when it is off',
    },
    {
      policy: {},
      raised: {},
      inCall: true,
      isAsked: false,
      what: 'about what was settled in a call',
    },
    {
      policy: { asksInCall: true },
      raised: {},
      inCall: true,
      isAsked: true,
      what: 'about what was settled in a call, where the policy says so',
    },
    {
      policy: {},
      raised: { isBroughtIn: true },
      inCall: false,
      isAsked: false,
      what: 'about what was brought in',
    },
  ])('$what: $isAsked', ({ policy, raised, inCall, isAsked }) => {
    expect(isAskedAbout(surveyContent(policy), raised, { inCall })).toBe(isAsked);
  });
});

describe('the receiver of a survey', () => {
  const carla = { contactId: 'c-1' };
  const cleo = { contactId: 'c-2', email: 'cleo@acme.example' };

  it.each([
    {
      who: 'the user of theirs who raised the ticket',
      raised: { raisedBy: 'carl' },
      contacts: [cleo],
      is: { kind: 'user', id: 'carl' },
    },
    {
      who: 'the first contact with an address',
      raised: {},
      contacts: [carla, cleo],
      is: { kind: 'contact', id: 'c-2' },
    },
    {
      who: 'any contact before none',
      raised: {},
      contacts: [carla],
      is: { kind: 'contact', id: 'c-1' },
    },
    { who: 'nobody, where nobody is known', raised: {}, contacts: [], is: undefined },
  ])('is $who', ({ raised, contacts, is }) => {
    expect(receiverOf(raised, contacts)).toEqual(is);
  });
});

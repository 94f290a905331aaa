import {
  NeedAccepted,
  type NeedCandidateEvent,
  NeedDismissed,
  NeedFound,
  NeedLost,
  NeedOffered,
  NeedRejected,
  NeedWon,
} from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { type AcceptNeed, acceptNeed, rejectNeed } from './decide-need.ts';
import { findNeed, reportNeed, requireQuoted } from './find-need.ts';
import { dismissNeed, loseNeed, offerNeed, winNeed } from './follow-need.ts';
import { type NeedCandidate, needCandidate } from './need-candidate.ts';

const given = scenario(needCandidate);
const at = '2026-03-02T12:00:00.000Z';
const noon = new Date(at);
const quote = { turn: 0, start: 0, end: 18, text: 'We need more seats' };

const content = {
  needId: 'need-1',
  accountId: 'acme',
  kind: 'expansion' as const,
  leadsTo: 'opportunity' as const,
  title: 'More seats',
  source: { kind: 'rule' as const, ruleId: 'more-seats' },
  origin: { conversationId: 'c-1' },
  quotes: [quote],
  language: 'en' as const,
  confidence: 65,
  reasons: [{ what: 'rule more-seats', points: 65 }],
  heardBy: ['ada'],
};
const value = { amountMinor: 500, currency: 'EUR' };
const about = { needId: 'need-1', accountId: 'acme', at };

const found = (heardBy = ['ada']): NeedCandidateEvent => ({
  type: 'NeedFound',
  data: { ...content, heardBy, at },
});
const accepted = (as: 'opportunity' | 'offering' = 'opportunity', heardBy = ['ada']) => ({
  type: 'NeedAccepted' as const,
  data: {
    ...about,
    kind: content.kind,
    title: content.title,
    as,
    acceptedBy: 'mia',
    heardBy,
    quotes: [quote],
  },
});
const rejected: NeedCandidateEvent = {
  type: 'NeedRejected',
  data: { ...about, kind: content.kind, rejection: 'duplicate', rejectedBy: 'mia' },
};
const won: NeedCandidateEvent = {
  type: 'NeedWon',
  data: { ...about, opportunityId: 'need-1', value, heardBy: ['ada'] },
};
const lost: NeedCandidateEvent = {
  type: 'NeedLost',
  data: { ...about, opportunityId: 'need-1', lossReason: 'price' },
};

const offered: NeedCandidateEvent = {
  type: 'NeedOffered',
  data: { ...about, offeringId: 'course' },
};
const dismissed: NeedCandidateEvent = {
  type: 'NeedDismissed',
  data: { ...about, notes: 'Too rare' },
};

const accept = (changes: Partial<AcceptNeed> = {}): AcceptNeed => ({
  needId: 'need-1',
  as: 'opportunity',
  decidedBy: 'mia',
  at: noon,
  ...changes,
});
const reject = { needId: 'need-1', rejection: 'duplicate', decidedBy: 'mia', at: noon } as const;
const decided = [
  { what: 'accepted', past: [found(), accepted()] },
  { what: 'rejected', past: [found(), rejected] },
  { what: 'won', past: [found(), accepted(), won] },
  { what: 'lost', past: [found(), accepted(), lost] },
  { what: 'offered', past: [found(), accepted('offering'), offered] },
  { what: 'dismissed', past: [found(), accepted('offering'), dismissed] },
];

describe('a need', () => {
  it('is found once, however often the same words are read', () => {
    given()
      .when((need) => findNeed(need, { ...content, at: noon }))
      .thenEmits(found());
    for (const past of [[found()], ...decided.map((row) => row.past)])
      given(...past)
        .when((need) => findNeed(need, { ...content, at: noon }))
        .thenNothing();
  });

  it('is reported once', () => {
    given()
      .when((need) => reportNeed(need, { ...content, at: noon }))
      .thenEmits(found());
    given(found())
      .when((need) => reportNeed(need, { ...content, at: noon }))
      .thenRefuses('need-already-reported');
  });

  it.each([
    { what: 'whoever heard it', heard: ['ada'], named: undefined, credited: ['ada'] },
    { what: 'who accepts it, where nobody did', heard: [], named: undefined, credited: ['mia'] },
    { what: 'who is named', heard: ['ada'], named: ['bob', 'bob'], credited: ['bob'] },
  ])('R104: is accepted, and credits $what', ({ heard, named, credited }) => {
    given(found(heard))
      .when((need) => acceptNeed(need, accept({ heardBy: named })))
      .thenEmits(accepted('opportunity', credited));
  });

  it('is accepted under another title', () => {
    const event = accepted();
    given(found())
      .when((need) => acceptNeed(need, accept({ title: '20 seats' })))
      .thenEmits({ ...event, data: { ...event.data, title: '20 seats' } });
  });

  it('is rejected with a reason', () => {
    given(found())
      .when((need) => rejectNeed(need, reject))
      .thenEmits(rejected);
    given(found())
      .when((need) => rejectNeed(need, { ...reject, rejection: 'other', notes: ' ' }))
      .thenRefuses('need-rejection-notes-missing');
  });

  it.each([
    { what: 'never found', past: [], code: 'need-not-found' },
    ...decided.map((row) => ({ ...row, code: 'need-already-decided' })),
  ])('is not decided when it was $what', ({ past, code }) => {
    given(...past)
      .when((need) => acceptNeed(need, accept()))
      .thenRefuses(code);
    given(...past)
      .when((need) => rejectNeed(need, reject))
      .thenRefuses(code);
  });
});

describe('the outcome of its opportunity', () => {
  const outcome = { opportunityId: 'need-1', accountId: 'acme', at: noon };

  it('R104: is told of an accepted need', () => {
    given(found(), accepted())
      .when((need) => winNeed(need, { ...outcome, value }))
      .thenEmits(won);
    for (const accountId of ['acme', undefined])
      given(found(), accepted())
        .when((need) => loseNeed(need, { ...outcome, accountId, lossReason: 'price' }))
        .thenEmits(lost);
  });

  it.each([
    { what: 'was never found', past: [], accountId: 'acme' },
    { what: 'was not accepted', past: [found()], accountId: 'acme' },
    { what: 'was rejected', past: [found(), rejected], accountId: 'acme' },
    { what: 'became an offering', past: [found(), accepted('offering')], accountId: 'acme' },
    { what: 'is of another account', past: [found(), accepted()], accountId: 'other' },
    { what: 'was won before', past: [found(), accepted(), won], accountId: 'acme' },
    { what: 'was lost before', past: [found(), accepted(), lost], accountId: 'acme' },
  ])('changes nothing where the need $what', ({ past, accountId }) => {
    given(...past)
      .when((need) => winNeed(need, { ...outcome, accountId, value }))
      .thenNothing();
    given(...past)
      .when((need) => loseNeed(need, { ...outcome, accountId, lossReason: 'price' }))
      .thenNothing();
  });

  it('leaves the state as it is where it comes without an acceptance', () => {
    const state = needCandidate.evolve(needCandidate.initial, found());
    for (const event of [won, lost, offered, dismissed])
      expect(needCandidate.evolve(state, event)).toEqual(state);
  });
});

describe('the outcome of its offering candidate', () => {
  const outcomes = [
    {
      what: 'adopted',
      decide: (need: NeedCandidate) => offerNeed(need, { offeringId: 'course', at: noon }),
      event: offered,
      state: { status: 'offered', offeringId: 'course', closedAt: at },
    },
    {
      what: 'dismissed',
      decide: (need: NeedCandidate) => dismissNeed(need, { notes: 'Too rare', at: noon }),
      event: dismissed,
      state: { status: 'lost', lossReason: 'no-offering', notes: 'Too rare', closedAt: at },
    },
  ];
  const past = [found(), accepted('offering')];

  it.each(outcomes)('R104: is told of an accepted need: $what', ({ decide, event, state }) => {
    given(...past)
      .when(decide)
      .thenEmits(event);
    const after = [...past, event].reduce(needCandidate.evolve, needCandidate.initial);
    expect(after).toMatchObject(state);
  });

  it.each([
    { what: 'was never found', past: [] },
    { what: 'was not accepted', past: [found()] },
    { what: 'was rejected', past: [found(), rejected] },
    { what: 'became an opportunity', past: [found(), accepted()] },
    { what: 'was offered before', past: [...past, offered] },
    { what: 'was dismissed before', past: [...past, dismissed] },
  ])('changes nothing where the need $what', (row) => {
    for (const { decide } of outcomes)
      given(...row.past)
        .when(decide)
        .thenNothing();
  });
});

describe('what a model quotes', () => {
  const model = { kind: 'model', name: 'scribe', version: '2' } as const;
  const turns = [
    { from: 'customer', text: 'We need more seats!' },
    { from: 'staff', text: 'We need more seats!' },
  ] as const;

  it('was said by the customer', () => {
    expect(() => requireQuoted({ source: model, quotes: [quote] }, turns)).not.toThrow();
  });

  it.each([
    { what: 'nothing', quotes: [], code: 'need-quote-missing' },
    { what: 'other words', quotes: [{ ...quote, text: 'No' }], code: 'need-quote-wrong' },
    { what: 'words of staff', quotes: [{ ...quote, turn: 1 }], code: 'need-quote-wrong' },
    { what: 'a turn that is not there', quotes: [{ ...quote, turn: 2 }], code: 'need-quote-wrong' },
  ])('must not be $what', ({ quotes, code }) => {
    given()
      .when(() => {
        requireQuoted({ source: model, quotes }, turns);
        return [];
      })
      .thenRefuses(code);
  });
});

describe('the facts of needs', () => {
  it.each([
    { contract: NeedFound, event: found() },
    { contract: NeedAccepted, event: accepted() },
    { contract: NeedRejected, event: rejected },
    { contract: NeedWon, event: won },
    { contract: NeedLost, event: lost },
    { contract: NeedOffered, event: offered },
    { contract: NeedDismissed, event: dismissed },
  ])('fit the contract: $event.type', ({ contract, event }) => {
    expect(contract.parse(event)).toEqual(event);
  });
});

import { type NeedCandidateEvent, NeedQuotesErased } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { eraseQuotes } from './erase-quotes.ts';
import { type NeedCandidate, needCandidate } from './need-candidate.ts';

const given = scenario(needCandidate);
const at = '2026-03-02T12:00:00.000Z';
const about = { needId: 'need-1', accountId: 'acme', at };
const quote = { turn: 0, start: 0, end: 20, text: 'Ann needs more seats' };
type Quotes = (typeof quote)[];

const found = (quotes: Quotes): NeedCandidateEvent => ({
  type: 'NeedFound',
  data: {
    ...about,
    kind: 'expansion',
    leadsTo: 'opportunity',
    title: 'More seats',
    source: { kind: 'rule', ruleId: 'more-seats' },
    origin: { conversationId: 'c-1' },
    quotes,
    language: 'en',
    confidence: 65,
    reasons: [{ what: 'rule more-seats', points: 65 }],
    heardBy: ['bob'],
  },
});
const accepted = (quotes: Quotes): NeedCandidateEvent => ({
  type: 'NeedAccepted',
  data: {
    ...about,
    kind: 'expansion',
    title: 'More seats',
    as: 'opportunity',
    acceptedBy: 'bob',
    heardBy: ['bob'],
    quotes,
  },
});
const lost: NeedCandidateEvent = {
  type: 'NeedLost',
  data: { ...about, opportunityId: 'need-1', lossReason: 'price' },
};

const erase = (state: NeedCandidate, past: readonly NeedCandidateEvent[]) =>
  eraseQuotes(state, past, { at: new Date(at) });
const told: NeedCandidateEvent = { type: 'NeedQuotesErased', data: about };

describe('erase the quotes of a need', () => {
  it('takes the words from what was found and accepted, and leaves what became of it', () => {
    const left = [found([]), accepted([]), lost];
    given(found([quote]), accepted([quote]), lost)
      .erase(erase)
      .thenLeaves(left, told);
    expect([...left, told].reduce(needCandidate.evolve, needCandidate.initial)).toMatchObject({
      status: 'lost',
      title: 'More seats',
      quotes: [],
    });
    expect(NeedQuotesErased.parse(told)).toEqual(told);
  });

  it.each([
    { what: 'nothing was quoted', past: [found([])] },
    { what: 'there is no need', past: [] },
  ])('changes nothing where $what', ({ past }) => {
    given(...past)
      .erase(erase)
      .thenChangesNothing();
  });
});

import { erasedWords, type NeedCandidateEvent, NeedWordsErased } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { eraseNeedWords } from './erase-need-words.ts';
import { type NeedCandidate, needCandidate } from './need-candidate.ts';

const given = scenario(needCandidate);
const at = '2026-03-02T12:00:00.000Z';
const about = { needId: 'need-1', accountId: 'acme', at };
const quote = { turn: 0, start: 0, end: 20, text: 'Ann needs more seats' };
const title = 'More seats: Ann needs more seats';
type Found = Extract<NeedCandidateEvent, { type: 'NeedFound' }>['data'];

const found = (changes: Partial<Found>): NeedCandidateEvent => ({
  type: 'NeedFound',
  data: {
    ...about,
    kind: 'expansion',
    leadsTo: 'opportunity',
    title,
    source: { kind: 'rule', ruleId: 'more-seats' },
    origin: { conversationId: 'c-1' },
    quotes: [quote],
    language: 'en',
    confidence: 65,
    reasons: [{ what: 'rule more-seats', points: 65 }],
    heardBy: ['bob'],
    ...changes,
  },
});
const accepted = (changes: Partial<Found>): NeedCandidateEvent => ({
  type: 'NeedAccepted',
  data: {
    ...about,
    kind: 'expansion',
    title,
    as: 'opportunity',
    acceptedBy: 'bob',
    heardBy: ['bob'],
    quotes: [quote],
    ...changes,
  },
});
const lost: NeedCandidateEvent = {
  type: 'NeedLost',
  data: { ...about, opportunityId: 'need-1', lossReason: 'price' },
};

const erase = (state: NeedCandidate, past: readonly NeedCandidateEvent[]) =>
  eraseNeedWords(state, past, { at: new Date(at) });
const told: NeedCandidateEvent = { type: 'NeedWordsErased', data: about };

describe('erase the words of a need', () => {
  const none = { title: erasedWords, quotes: [] };

  it('takes quotes and titles of what was found and accepted, and leaves what became of it', () => {
    const left = [found(none), accepted(none), lost];
    given(found({}), accepted({}), lost).erase(erase).thenLeaves(left, told);
    expect([...left, told].reduce(needCandidate.evolve, needCandidate.initial)).toMatchObject({
      status: 'lost',
      kind: 'expansion',
      ...none,
    });
    expect(NeedWordsErased.parse(told)).toEqual(told);
  });

  it('takes the reasons of a model, which may repeat what was said', () => {
    const source = { kind: 'model', name: 'ear', version: '1' } as const;
    const because = (what: string) => ({ source, reasons: [{ what, points: 65 }] });
    given(found(because('Ann says so')))
      .erase(erase)
      .thenLeaves([found({ ...none, ...because(erasedWords) })], told);
  });

  it.each([
    { what: 'all is erased already', past: [found(none), accepted(none)] },
    { what: 'there is no need', past: [] },
  ])('changes nothing where $what', ({ past }) => {
    given(...past)
      .erase(erase)
      .thenChangesNothing();
  });
});

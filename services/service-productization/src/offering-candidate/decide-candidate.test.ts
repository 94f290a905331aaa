import {
  OfferingCandidateAdopted,
  OfferingCandidateDismissed,
  type OfferingCandidateEvent,
  OfferingCandidateProposed,
  OfferingCandidateWordsErased,
} from '@steward/contracts';
import type { Erasure } from '@steward/domain';
import { scenario } from '@steward/testing/scenario';
import { adoptCandidate, dismissCandidate, proposeCandidate } from './decide-candidate.ts';
import { eraseCandidateWords } from './erase-candidate-words.ts';
import { type OfferingCandidate, offeringCandidate } from './offering-candidate.ts';

const given = scenario(offeringCandidate);
const at = '2026-03-02T12:00:00.000Z';
const noon = new Date(at);
const proposal = {
  candidateId: 'need-1',
  accountId: 'acme',
  title: 'Training',
  quotes: ['We need training'],
  heardBy: ['bob'],
};
const adopt = { candidateId: 'need-1', offeringId: 'course', at: noon };
const dismiss = { candidateId: 'need-1', notes: 'Too rare', at: noon };

const proposed: OfferingCandidateEvent = {
  type: 'OfferingCandidateProposed',
  data: { ...proposal, at },
};
const adopted: OfferingCandidateEvent = {
  type: 'OfferingCandidateAdopted',
  data: { ...adopt, at },
};
const dismissed: OfferingCandidateEvent = {
  type: 'OfferingCandidateDismissed',
  data: { ...dismiss, at },
};

describe('an offering candidate', () => {
  it('R104: is proposed once for a need', () => {
    given()
      .when((candidate) => proposeCandidate(candidate, { ...proposal, at: noon }))
      .thenEmits(proposed);
    for (const past of [[proposed], [proposed, adopted], [proposed, dismissed]])
      given(...past)
        .when((candidate) => proposeCandidate(candidate, { ...proposal, at: noon }))
        .thenNothing();
  });

  it('becomes an offering, or is dismissed', () => {
    given(proposed)
      .when((candidate) => adoptCandidate(candidate, adopt))
      .thenEmits(adopted);
    given(proposed)
      .when((candidate) => dismissCandidate(candidate, dismiss))
      .thenEmits(dismissed);
  });

  it.each([
    { what: 'was never proposed', past: [], code: 'offering-candidate-not-found' },
    { what: 'was adopted', past: [proposed, adopted], code: 'offering-candidate-already-decided' },
    {
      what: 'was dismissed',
      past: [proposed, dismissed],
      code: 'offering-candidate-already-decided',
    },
  ])('is not decided where it $what', ({ past, code }) => {
    given(...past)
      .when((candidate) => adoptCandidate(candidate, adopt))
      .thenRefuses(code);
    given(...past)
      .when((candidate) => dismissCandidate(candidate, dismiss))
      .thenRefuses(code);
  });

  it.each([
    { contract: OfferingCandidateProposed, event: proposed },
    { contract: OfferingCandidateAdopted, event: adopted },
    { contract: OfferingCandidateDismissed, event: dismissed },
  ])('tells what fits the contract: $event.type', ({ contract, event }) => {
    expect(contract.parse(event)).toEqual(event);
  });
});

describe('the words of an offering candidate', () => {
  const blank: OfferingCandidateEvent = {
    type: 'OfferingCandidateProposed',
    data: { ...proposal, title: '[erased]', quotes: [], at },
  };
  const told: OfferingCandidateEvent = {
    type: 'OfferingCandidateWordsErased',
    data: { candidateId: 'need-1', at },
  };
  const erase = (
    ...[candidate, past]: Parameters<Erasure<OfferingCandidate, OfferingCandidateEvent>>
  ) => eraseCandidateWords(candidate, past, { at: noon });

  it.each([
    { when: 'it waits', since: [] },
    { when: 'it was adopted', since: [adopted] },
    { when: 'it was dismissed', since: [dismissed] },
  ])('go where $when, and what became of it stays', ({ since }) => {
    given(proposed, ...since)
      .erase(erase)
      .thenLeaves([blank, ...since], told);
    expect(OfferingCandidateWordsErased.parse(told)).toEqual(told);
  });

  it('are none where it was never proposed', () => {
    given().erase(erase).thenChangesNothing();
  });
});

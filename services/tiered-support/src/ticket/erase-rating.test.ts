import { type DataOf, erasedWords, type TicketEvent, TicketRatingErased } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { fact, moment, raised, resolved } from '../fixtures/ticket-past.ts';
import { eraseRating } from './erase-rating.ts';
import { type Ticket, ticket } from './ticket.ts';

const given = scenario(ticket);
const rated = (changes: Partial<DataOf<TicketEvent, 'TicketRated'>> = {}): TicketEvent => ({
  type: 'TicketRated',
  data: { ...fact('11:00', 'resolved'), score: 2, surveyId: 'v-1', ...changes },
});
const past = [raised(), resolved('10:00', 3_600)];
const erase = (state: Ticket, facts: readonly TicketEvent[]) =>
  eraseRating(state, facts, { surveyId: 'v-1', at: moment('12:00') });
const told: TicketEvent = {
  type: 'TicketRatingErased',
  data: { ...fact('12:00', 'resolved'), surveyId: 'v-1' },
};

describe('erase what was written with a rating', () => {
  it('takes the comment, and leaves the score', () => {
    given(...past, rated({ comment: 'Ann was rude' }))
      .erase(erase)
      .thenLeaves([...past, rated({ comment: erasedWords })], told);
    expect(TicketRatingErased.parse(told)).toEqual(told);
  });

  it.each([
    { what: 'nothing was written', facts: [...past, rated()] },
    {
      what: 'another survey was answered',
      facts: [...past, rated({ surveyId: 'v-2', comment: 'Hm' })],
    },
    { what: 'the answer rated nothing', facts: past },
    { what: 'all is erased already', facts: [...past, rated({ comment: erasedWords })] },
    { what: 'there is no ticket', facts: [] },
  ])('changes nothing where $what', ({ facts }) => {
    given(...facts)
      .erase(erase)
      .thenChangesNothing();
  });
});

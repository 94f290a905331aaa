import { scenario } from '@steward/testing/scenario';
import {
  allBut,
  closed,
  fact,
  moment,
  pastOf,
  rated,
  reopened,
  resolved,
} from '../fixtures/ticket-past.ts';
import { rateTicket } from './rate-ticket.ts';
import { type RaisedTicket, resolutionOf, ticket } from './ticket.ts';

const given = scenario(ticket);
const rate = { ticketId: 't-1', score: 4, at: moment('14:00') };

describe('rate the service on a ticket', () => {
  it.each([1, 2, 3, 4, 5])('takes %i of 5 with a comment', (score) => {
    given(...pastOf.resolved)
      .when((ticket) => rateTicket(ticket, { ...rate, score, comment: 'Quick' }))
      .thenEmits({
        type: 'TicketRated',
        data: { ...fact('14:00', 'resolved'), score, comment: 'Quick' },
      });
  });

  it('is possible after it was closed', () => {
    given(...pastOf.closed)
      .when((ticket) => rateTicket(ticket, rate))
      .thenEmits(rated('14:00', 4, 'closed'));
  });

  it.each([
    { when: 'resolved', past: [...pastOf.resolved, rated('11:00', 2)] },
    { when: 'closed since', past: [...pastOf.resolved, rated('11:00', 2), closed('12:00')] },
  ])('is refused a second time for the same resolution, $when', ({ past }) => {
    given(...past)
      .when((ticket) => rateTicket(ticket, rate))
      .thenRefuses('ticket-already-rated');
  });

  it('is possible again for the next resolution', () => {
    const past = [
      ...pastOf.resolved,
      rated('11:00', 2),
      reopened('12:00'),
      resolved('13:00', 3_600),
    ];
    given(...past)
      .when((ticket) => rateTicket(ticket, rate))
      .thenEmits(rated('14:00', 4));
  });

  it.each([
    ...allBut('resolved', 'closed'),
    { status: 'closed without a resolution', past: [...pastOf.cancelled, closed('11:00')] },
  ])('is refused when the ticket is $status', ({ past }) => {
    given(...past)
      .when((ticket) => rateTicket(ticket, rate))
      .thenRefuses('ticket-not-resolved');
  });

  it.each([
    { what: 'while it is open', past: pastOf.queued },
    { what: 'when it was cancelled', past: pastOf.cancelled },
  ])('means nothing $what', ({ past }) => {
    const state = [...past, rated('11:00', 2)].reduce(ticket.evolve, ticket.initial);
    expect(resolutionOf(state as RaisedTicket)).toBe(undefined);
  });
});

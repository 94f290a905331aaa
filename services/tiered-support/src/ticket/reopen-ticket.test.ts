import { scenario } from '@steward/testing/scenario';
import { allBut, callCentre, moment, pastOf, queued, reopened } from '../fixtures/ticket-past.ts';
import { reopenTicket } from './reopen-ticket.ts';
import { heldSeconds, type RaisedTicket, ticket } from './ticket.ts';

const given = scenario(ticket);
const reopen = { ticketId: 't-1', at: moment('12:00') };

describe('reopen a ticket', () => {
  it.each([
    { status: 'resolved', past: pastOf.resolved },
    { status: 'closed', past: pastOf.closed },
  ])('queues one that is $status at the desk that had it last', ({ past }) => {
    given(...past)
      .when((ticket) => reopenTicket(ticket, reopen))
      .thenEmits(reopened('12:00'), queued('12:00'));
    const state = [...past, reopened('12:00')].reduce(ticket.evolve, ticket.initial);
    expect(state).toMatchObject({ status: 'queued', desk: callCentre, reopenings: 1 });
    expect(state).not.toHaveProperty('resolution');
  });

  it('starts to count again from then on', () => {
    const past = [...pastOf.resolved, reopened('12:00'), queued('12:30')];
    const state = past.reduce(ticket.evolve, ticket.initial) as RaisedTicket;
    expect(heldSeconds(state).first).toBe(3_600 + 1_800);
  });

  it.each(allBut('resolved', 'closed'))('refuses one that is $status', ({ past }) => {
    given(...past)
      .when((ticket) => reopenTicket(ticket, reopen))
      .thenRefuses('ticket-not-resolved');
  });
});

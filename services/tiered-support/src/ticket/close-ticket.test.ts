import { scenario } from '@steward/testing/scenario';
import { allBut, closed, moment, pastOf } from '../fixtures/ticket-past.ts';
import { closeTicket } from './close-ticket.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const close = { ticketId: 't-1', at: moment('11:00') };

describe('close a ticket', () => {
  it('closes what is resolved', () => {
    given(...pastOf.resolved)
      .when((ticket) => closeTicket(ticket, close))
      .thenEmits(closed('11:00'));
  });

  it.each(allBut('resolved'))('refuses one that is $status', ({ past }) => {
    given(...past)
      .when((ticket) => closeTicket(ticket, close))
      .thenRefuses('ticket-not-resolved');
  });
});

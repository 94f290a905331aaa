import { scenario } from '@steward/testing/scenario';
import { cancelled, moment, pastOf } from '../fixtures/ticket-past.ts';
import { cancelTicket } from './cancel-ticket.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);

describe('cancel a ticket', () => {
  it('charges the desk that held it', () => {
    given(...pastOf.waiting)
      .when((ticket) => cancelTicket(ticket, { ticketId: 't-1', at: moment('10:00') }))
      .thenEmits(cancelled('10:00', 3_600));
  });
});

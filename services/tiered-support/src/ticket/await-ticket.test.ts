import { WaitingFor } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { moment, raised, waited, worked } from '../fixtures/ticket-past.ts';
import { awaitTicket } from './await-ticket.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);

describe('await somebody', () => {
  it.each(WaitingFor.options)('waits for the %s, and remembers who was at it', (waitingFor) => {
    given(raised(), worked('09:10', 'ada'))
      .when((ticket) => awaitTicket(ticket, { ticketId: 't-1', waitingFor, at: moment('09:20') }))
      .thenEmits(waited('09:20', { waitingFor, agent: 'ada' }));
  });
});

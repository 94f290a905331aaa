import { scenario } from '@steward/testing/scenario';
import { allBut, fact, moment, pastOf } from '../fixtures/ticket-past.ts';
import { startWork } from './start-work.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const command = { ticketId: 't-1', agent: 'bob', at: moment('10:00') };

describe('start the work on a ticket', () => {
  it.each(allBut('resolved', 'closed', 'cancelled'))('is possible when $status', ({ past }) => {
    given(...past)
      .when((ticket) => startWork(ticket, command))
      .thenEmits({
        type: 'TicketWorkStarted',
        data: { ...fact('10:00', 'in-progress'), agent: 'bob' },
      });
  });

  it('names the agent who took it up last', () => {
    const past = pastOf['in-progress'].reduce(ticket.evolve, ticket.initial);
    const taken = startWork(past, command).reduce(ticket.evolve, past);
    expect([past, taken]).toMatchObject([{ agent: 'ada' }, { agent: 'bob' }]);
  });
});

import { type TicketEvent, TicketUnwatched, TicketWatched } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { fact, moment, pastOf, raised } from '../fixtures/ticket-past.ts';
import { ticket } from './ticket.ts';
import { unwatchTicket, watchTicket } from './watch-ticket.ts';

const given = scenario(ticket);
const command = { ticketId: 't-1', watcher: 'ada', at: moment('10:10') };
const watched = (watcher = 'ada', label = 'queued'): TicketEvent => ({
  type: 'TicketWatched',
  data: { ...fact('10:10', label), watcher },
});
const unwatched: TicketEvent = {
  type: 'TicketUnwatched',
  data: { ...fact('10:10', 'queued'), watcher: 'ada' },
};

describe('watch a ticket', () => {
  it.each(Object.keys(pastOf) as (keyof typeof pastOf)[])('that is %s', (status) => {
    given(...pastOf[status])
      .when((ticket) => watchTicket(ticket, command))
      .thenEmits(watched('ada', status));
    const state = [...pastOf[status], watched('ada', status)].reduce(ticket.evolve, ticket.initial);
    expect(state).toMatchObject({ status, relations: { watchers: ['ada'] } });
    expect(TicketWatched.parse(watched())).toEqual(watched());
  });

  it.each([
    { what: 'twice', past: [raised(), watched()], code: 'ticket-already-watched' },
    {
      what: 'as the fifty-first',
      past: [raised(), ...Array.from({ length: 50 }, (_, index) => watched(`user-${index}`))],
      code: 'ticket-watchers-too-many',
    },
    { what: 'that is not there', past: [], code: 'ticket-not-found' },
  ])('is refused $what', ({ past, code }) => {
    given(...past)
      .when((ticket) => watchTicket(ticket, command))
      .thenRefuses(code);
  });
});

describe('watch a ticket no more', () => {
  it('leaves the others watching', () => {
    given(raised(), watched(), watched('mia'))
      .when((ticket) => unwatchTicket(ticket, command))
      .thenEmits(unwatched);
    const past = [raised(), watched(), watched('mia'), unwatched];
    const state = past.reduce(ticket.evolve, ticket.initial);
    expect(state).toMatchObject({ relations: { watchers: ['mia'] } });
    expect(TicketUnwatched.parse(unwatched)).toEqual(unwatched);
  });

  it('is refused whoever does not watch it', () => {
    given(raised(), watched('mia'))
      .when((ticket) => unwatchTicket(ticket, command))
      .thenRefuses('ticket-not-watched');
  });
});

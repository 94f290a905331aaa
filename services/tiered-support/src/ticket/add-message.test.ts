import { type TicketEvent, TicketMessageAdded, TicketNoteAdded } from '@steward/contracts';
import { exists } from '@steward/domain';
import { scenario } from '@steward/testing/scenario';
import { clocksOf } from '../clock/clock.ts';
import { pinnedTerms } from '../fixtures/terms.ts';
import { fact, moment, pastOf, queued, raised, reopened, waited } from '../fixtures/ticket-past.ts';
import { type AddMessage, addMessage, addNote } from './add-message.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const words = { messageId: 'm-1', channel: 'mail', text: 'It is dark.' } as const;

const say = (from: AddMessage['from'], time = '10:10'): AddMessage => ({
  ticketId: 't-1',
  at: moment(time),
  ...words,
  from,
});
const said = (from: AddMessage['from'], label: string, time = '10:10'): TicketEvent => ({
  type: 'TicketMessageAdded',
  data: { ...fact(time, label), ...words, from },
});

describe('add a message', () => {
  it.each(['queued', 'in-progress'] as const)('leaves a ticket that is %s as it is', (status) => {
    for (const from of ['customer', 'staff'] as const)
      given(...pastOf[status])
        .when((ticket) => addMessage(ticket, say(from)))
        .thenEmits(said(from, status));
  });

  it.each([
    { waitingFor: 'customer', follows: [queued('10:10')] },
    { waitingFor: 'user', follows: [queued('10:10')] },
    { waitingFor: 'vendor', follows: [] },
  ] as const)(
    'of the customer ends waiting for the $waitingFor: $follows.length',
    ({ waitingFor, follows }) => {
      given(raised(), waited('09:20', { waitingFor }))
        .when((ticket) => addMessage(ticket, say('customer')))
        .thenEmits(said('customer', 'waiting'), ...follows);
    },
  );

  it.each(['resolved', 'closed'] as const)('of the customer reopens what is %s', (status) => {
    given(...pastOf[status])
      .when((ticket) => addMessage(ticket, say('customer')))
      .thenEmits(said('customer', status), reopened('10:10'));
    given(...pastOf[status])
      .when((ticket) => addMessage(ticket, say('staff')))
      .thenEmits(said('staff', status));
  });

  it.each([
    { what: 'what was cancelled', past: pastOf.cancelled, code: 'ticket-cancelled' },
    { what: 'what was never raised', past: [], code: 'ticket-not-found' },
  ])('refuses to $what', ({ past, code }) => {
    given(...past)
      .when((ticket) => addMessage(ticket, say('customer')))
      .thenRefuses(code);
  });

  it('keeps from which canned answer staff made it, and refuses that of customers', () => {
    given(...pastOf.queued)
      .when((ticket) => addMessage(ticket, { ...say('staff'), cannedAnswerId: 'thanks' }))
      .thenEmits({
        type: 'TicketMessageAdded',
        data: { ...fact('10:10', 'queued'), ...words, from: 'staff', cannedAnswerId: 'thanks' },
      });
    given(...pastOf.queued)
      .when((ticket) => addMessage(ticket, { ...say('customer'), cannedAnswerId: 'thanks' }))
      .thenRefuses('ticket-message-not-of-staff');
  });

  it('starts and stops the clocks of the answers', () => {
    const past = [
      raised({ terms: pinnedTerms() }),
      said('staff', 'queued', '09:10'),
      said('customer', 'queued', '09:20'),
      said('staff', 'queued', '09:30'),
    ];
    const state = past.reduce(ticket.evolve, ticket.initial);
    const promised = exists({ state }) && state.status !== 'absent' ? state.promised : undefined;
    const clocks = promised ? clocksOf(promised.moments, promised.terms) : [];
    const ends = clocks.map(({ id, course: { ended } }) => [id.clock, ended?.atMs]);
    expect(ends).toEqual([
      ['first-response', moment('09:10').getTime()],
      ['next-response', moment('09:30').getTime()],
      ['resolution', undefined],
    ]);
  });

  it('emits only events the contracts accept', () => {
    const state = pastOf.queued.reduce(ticket.evolve, ticket.initial);
    const [message] = addMessage(state, say('staff'));
    expect(TicketMessageAdded.parse(message)).toEqual(message);
  });
});

describe('add a note', () => {
  const command = { ticketId: 't-1', noteId: 'n-1', text: 'Ask Bob.', at: moment('10:10') };

  it.each(Object.keys(pastOf) as (keyof typeof pastOf)[])(
    'leaves what is %s as it is',
    (status) => {
      const note: TicketEvent = {
        type: 'TicketNoteAdded',
        data: { ...fact('10:10', status), noteId: 'n-1', text: 'Ask Bob.' },
      };
      given(...pastOf[status])
        .when((ticket) => addNote(ticket, command))
        .thenEmits(note);
      expect(TicketNoteAdded.parse(note)).toEqual(note);
    },
  );

  it('refuses where there is no ticket', () => {
    given()
      .when((ticket) => addNote(ticket, command))
      .thenRefuses('ticket-not-found');
  });
});

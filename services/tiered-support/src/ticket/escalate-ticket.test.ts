import { TicketEscalated, type TicketEvent } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import {
  allBut,
  at,
  callCentre,
  experts,
  fact,
  handedOver,
  moment,
  pastOf,
  queued,
  raised,
  reopened,
  waited,
  worked,
} from '../fixtures/ticket-past.ts';
import { type EscalateTicket, escalateByLadder, escalateTicket } from './escalate-ticket.ts';
import { type Ticket, ticket } from './ticket.ts';

const given = scenario(ticket);
const told = { escalationId: 'e-1', kind: 'functional', to: 'cco', recipientId: 'cid' } as const;
const command: EscalateTicket = { ticketId: 't-1', told, at: moment('10:00') };

const escalated = (time = '10:00', label = 'queued'): TicketEvent => ({
  type: 'TicketEscalated',
  data: { ...fact(time, label), ...told },
});
const prioritised: TicketEvent = {
  type: 'TicketPrioritised',
  data: { ...fact('10:00', 'queued'), priority: 'major' },
};
const escalate =
  (changes: Partial<EscalateTicket> = {}) =>
  (state: Ticket) =>
    escalateTicket(state, { ...command, ...changes });

describe('escalate a ticket', () => {
  it.each(['queued', 'in-progress', 'waiting'] as const)('leaves it %s', (status) => {
    given(...pastOf[status])
      .when(escalate())
      .thenEmits(escalated('10:00', status));
    const state = [...pastOf[status], escalated('10:00', status)].reduce(
      ticket.evolve,
      ticket.initial,
    );
    expect(state).toMatchObject({ status, changedAt: at('10:00') });
  });

  it('hands it over and makes it more urgent, where that is asked for', () => {
    given(raised())
      .when(escalate({ handOverTo: experts, raisePriorityTo: 'major' }))
      .thenEmits(escalated(), handedOver('10:00', 3_600), queued('10:00'), prioritised);
  });

  it.each([
    { what: 'lies there already', changes: { handOverTo: callCentre } },
    { what: 'is as urgent already', changes: { raisePriorityTo: 'medium' as const } },
    { what: 'is more urgent', changes: { raisePriorityTo: 'low' as const } },
  ])('adds nothing to what $what', ({ changes }) => {
    given(raised()).when(escalate(changes)).thenEmits(escalated());
  });

  it.each(allBut('queued', 'in-progress', 'waiting'))(
    'refuses what is $status, and a ladder leaves it alone',
    ({ past }) => {
      given(...past)
        .when(escalate())
        .thenRefuses('ticket-not-open');
      given(...past)
        .when((state) => escalateByLadder(state, command))
        .thenNothing();
    },
  );

  it('refuses what was never raised, and a ladder leaves it alone', () => {
    given().when(escalate()).thenRefuses('ticket-not-found');
    given()
      .when((state) => escalateByLadder(state, command))
      .thenNothing();
  });

  it('tells of a step in the order of the ticket, when that is further on by then', () => {
    given(raised(), worked('10:05'))
      .when((state) => escalateByLadder(state, command))
      .thenEmits(escalated('10:05', 'in-progress'));
  });

  it('emits only events the contract accepts', () => {
    expect(TicketEscalated.parse(escalated())).toEqual(escalated());
  });
});

const said = (time: string, from: 'staff' | 'customer'): TicketEvent => ({
  type: 'TicketMessageAdded',
  data: { ...fact(time, 'queued'), messageId: 'm-1', from, channel: 'mail', text: 'Hm' },
});

describe('since when a customer has had no word of staff', () => {
  const past = [raised(), worked('09:10')];

  it.each([
    { what: 'since it was raised', events: past, since: '09:00' },
    { what: 'since staff spoke', events: [...past, said('09:30', 'staff')], since: '09:30' },
    {
      what: 'whatever the customer says',
      events: [...past, said('09:30', 'staff'), said('09:40', 'customer')],
      since: '09:30',
    },
    { what: 'not while it is their turn', events: [...past, waited('09:20')], since: undefined },
    {
      what: 'though we wait for somebody else',
      events: [...past, waited('09:20', { waitingFor: 'vendor' })],
      since: '09:00',
    },
    {
      what: 'since it was our turn again',
      events: [...past, waited('09:20'), queued('10:00')],
      since: '10:00',
    },
    { what: 'not once it is resolved', events: pastOf.resolved, since: undefined },
    {
      what: 'since it was reopened',
      events: [...pastOf.resolved, reopened('11:00')],
      since: '11:00',
    },
  ])('is $since: $what', ({ events, since }) => {
    const state = events.reduce(ticket.evolve, ticket.initial);
    expect(state).toHaveProperty('silentSince', since && at(since));
  });
});

import { type TicketEvent, ticketNoun } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { allBut, experts, moment, pastOf } from '../fixtures/ticket-past.ts';
import { awaitTicket } from './await-ticket.ts';
import { cancelTicket } from './cancel-ticket.ts';
import { closeTicket } from './close-ticket.ts';
import { handOverTicket } from './hand-over-ticket.ts';
import { rateTicket } from './rate-ticket.ts';
import { reopenTicket } from './reopen-ticket.ts';
import { type OnTicket, requireNoPartner, requireStaff } from './require-ticket.ts';
import { resolveTicket } from './resolve-ticket.ts';
import { startWork } from './start-work.ts';
import { type Ticket, ticket } from './ticket.ts';

const given = scenario(ticket);

interface Verb {
  readonly verb: string;
  readonly decide: (ticket: Ticket, on: OnTicket) => TicketEvent[];
}

const whileOpen: Verb[] = [
  { verb: 'start work', decide: (ticket, on) => startWork(ticket, { ...on, agent: 'ada' }) },
  { verb: 'hand over', decide: (ticket, on) => handOverTicket(ticket, { ...on, desk: experts }) },
  { verb: 'await', decide: (ticket, on) => awaitTicket(ticket, { ...on, waitingFor: 'vendor' }) },
  {
    verb: 'resolve',
    decide: (ticket, on) => resolveTicket(ticket, { ...on, resolution: 'Done', inCall: false }),
  },
  { verb: 'cancel', decide: cancelTicket },
];
const onceResolved: Verb[] = [
  { verb: 'close', decide: closeTicket },
  { verb: 'reopen', decide: reopenTicket },
  { verb: 'rate', decide: (ticket, on) => rateTicket(ticket, { ...on, score: 3 }) },
];
const every = [
  ...whileOpen.map((verb) => ({ ...verb, past: pastOf.waiting })),
  ...onceResolved.map((verb) => ({ ...verb, past: pastOf.resolved })),
];
const contracts = new Map(ticketNoun.events.map((contract) => [contract.type, contract]));

describe('every command on a ticket', () => {
  it.each(every)('$verb is refused when there is none', ({ decide }) => {
    given()
      .when((ticket) => decide(ticket, { ticketId: 't-1', at: moment('12:00') }))
      .thenRefuses('ticket-not-found');
  });

  it.each(
    [{ accountId: 'other' }, { partnerId: 'other' }].flatMap((own) =>
      every.map((verb) => ({ own, ...verb })),
    ),
  )('$verb does not find what is not of $own', ({ own, decide, past }) => {
    given(...past)
      .when((ticket) => decide(ticket, { ticketId: 't-1', ...own, at: moment('12:00') }))
      .thenRefuses('ticket-not-found');
  });

  it.each(every)('$verb is refused before the last change', ({ decide, past }) => {
    given(...past)
      .when((ticket) => decide(ticket, { ticketId: 't-1', at: moment('09:05') }))
      .thenRefuses('ticket-out-of-order');
  });

  it.each(every)('$verb emits only events the contract accepts', ({ decide, past }) => {
    const state = past.reduce(ticket.evolve, ticket.initial);
    const events = decide(state, { ticketId: 't-1', accountId: 'acme', at: moment('12:00') });
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) expect(contracts.get(event.type)?.parse(event)).toEqual(event);
  });

  it.each(
    allBut('queued', 'in-progress', 'waiting').flatMap((settled) =>
      whileOpen.map((verb) => ({ ...settled, ...verb })),
    ),
  )('$verb is refused once it is $status', ({ past, decide }) => {
    given(...past)
      .when((ticket) => decide(ticket, { ticketId: 't-1', at: moment('12:00') }))
      .thenRefuses('ticket-not-open');
  });
});

describe('the work of staff', () => {
  it.each(['customer', 'partner'] as const)('is not for a %s, whatever else they are', (role) => {
    given()
      .when(() => {
        requireStaff({ roles: ['support-agent', role] });
        return [];
      })
      .thenRefuses('ticket-for-staff-only');
  });

  it('is for everybody else', () => {
    expect(() => requireStaff({ roles: ['support-agent'] })).not.toThrow();
  });
});

describe('judging a service', () => {
  it('is not for a partner, whatever else they are', () => {
    given()
      .when(() => {
        requireNoPartner({ roles: ['support-agent', 'partner'] });
        return [];
      })
      .thenRefuses('ticket-not-rated-by-partners');
  });

  it.each(['customer', 'support-agent'] as const)('is for a %s', (role) => {
    expect(() => requireNoPartner({ roles: [role] })).not.toThrow();
  });
});

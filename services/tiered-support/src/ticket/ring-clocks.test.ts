import { TicketClockBreached, TicketClockWarned, type TicketEvent } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { officeHours } from '../fixtures/hours.ts';
import { pinnedTerms } from '../fixtures/terms.ts';
import { fact, moment, queued, raised, resolved, waited, worked } from '../fixtures/ticket-past.ts';
import { resolveTicket } from './resolve-ticket.ts';
import { afterRinging, ringClocks } from './ring-clocks.ts';
import { type Ticket, ticket } from './ticket.ts';

const given = scenario(ticket);

/** An hour to resolve it, round the clock; warnings at half of it and at three quarters. */
const terms = pinnedTerms({
  hours: officeHours({ openings: [{ from: '00:00', to: '24:00' }], days: 'all' }),
  targets: [{ priority: 'medium', resolution: 60 }],
});
const promised = raised({ terms });
const exactly = (time: string, afterMs = 0) =>
  new Date(moment(time).getTime() + afterMs).toISOString();

const warned = (time: string, percent: number, due = '10:00', label = 'queued'): TicketEvent => ({
  type: 'TicketClockWarned',
  data: {
    ...fact(time, label),
    ...{ clock: 'resolution', number: 1, percent, dueAt: exactly(due) },
  },
});
const breached = (time: string, label = 'queued'): TicketEvent => ({
  type: 'TicketClockBreached',
  data: { ...fact(time, label), at: exactly(time, 1), clock: 'resolution', number: 1 },
});
const ring =
  (time: string, afterMs = 0) =>
  (state: Ticket) =>
    ringClocks(state, new Date(moment(time).getTime() + afterMs));

describe('ring the clocks of a ticket', () => {
  it.each([
    { time: '09:29', tells: [] },
    { time: '09:30', tells: [warned('09:30', 50)] },
    { time: '09:50', tells: [warned('09:30', 50), warned('09:45', 75)] },
    { time: '10:00', tells: [warned('09:30', 50), warned('09:45', 75)] },
    { time: '10:01', tells: [warned('09:30', 50), warned('09:45', 75), breached('10:00')] },
  ])('tells at $time what has fallen due by then, in order', ({ time, tells }) => {
    given(promised)
      .when(ring(time))
      .thenEmits(...tells);
  });

  it('tells nothing twice', () => {
    given(promised, warned('09:30', 50)).when(ring('09:40')).thenNothing();
    given(promised, warned('09:30', 50), warned('09:45', 75), breached('10:00'))
      .when(ring('23:00'))
      .thenNothing();
  });

  it('waits as long as the clock does', () => {
    const past = [promised, waited('09:10')];
    given(...past)
      .when(ring('12:00'))
      .thenNothing();
    given(...past, queued('12:00'))
      .when(ring('12:20'))
      .thenEmits(warned('12:20', 50, '12:50'));
  });

  it('tells nothing of a promise that was kept', () => {
    given(promised, resolved('09:20', 1_200)).when(ring('23:00')).thenNothing();
  });

  it('tells of one that was broken though the ticket was settled since', () => {
    const told = [warned('09:30', 50), warned('09:45', 75)];
    given(promised, ...told, resolved('10:30', 5_400))
      .when(ring('11:00'))
      .thenEmits(breached('10:00', 'resolved'));
  });

  it('has nothing to tell where nothing is promised', () => {
    given(raised()).when(ring('23:00')).thenNothing();
    given().when(ring('23:00')).thenNothing();
  });

  it('comes before whatever else becomes of the ticket', () => {
    const at = moment('10:30');
    const resolve = (state: Ticket) =>
      resolveTicket(state, { ticketId: 't-1', resolution: 'Lamp', inCall: false, at });
    given(promised)
      .when(afterRinging(resolve, at))
      .thenEmits(
        warned('09:30', 50),
        warned('09:45', 75),
        breached('10:00'),
        resolved('10:30', 5_400, { resolution: 'Lamp' }),
      );
  });

  it('emits only events the contracts accept', () => {
    expect(TicketClockWarned.parse(warned('09:30', 50))).toEqual(warned('09:30', 50));
    expect(TicketClockBreached.parse(breached('10:00'))).toEqual(breached('10:00'));
  });
});

describe('when a ticket is to be rung', () => {
  const next = (...past: TicketEvent[]) => {
    const state = past.reduce(ticket.evolve, ticket.initial);
    return state.status === 'absent' ? undefined : state.nextAlarmAt;
  };

  it.each([
    { what: 'from the beginning', past: [promised], at: exactly('09:30') },
    { what: 'after a warning', past: [promised, warned('09:30', 50)], at: exactly('09:45') },
    {
      what: 'once only the breach is left',
      past: [promised, warned('09:30', 50), warned('09:45', 75)],
      at: exactly('10:00', 1),
    },
    {
      what: 'when all is told',
      past: [promised, warned('09:30', 50), warned('09:45', 75), breached('10:00')],
      at: undefined,
    },
    { what: 'while it waits', past: [promised, waited('09:10')], at: undefined },
    {
      what: 'when it waits no longer',
      past: [promised, waited('09:10'), worked('09:40')],
      at: exactly('10:00'),
    },
    { what: 'when it is resolved', past: [promised, resolved('09:20', 1_200)], at: undefined },
    {
      what: 'where its past is still being told',
      past: [raised({ terms, isBroughtIn: true })],
      at: undefined,
    },
    { what: 'where nothing is promised', past: [raised()], at: undefined },
  ])('is $at $what', ({ past, at }) => {
    expect(next(...past)).toBe(at);
  });

  it('comes to an end: rung whenever it is due, it tells all that there is to tell', () => {
    const told: TicketEvent[] = [promised];
    for (let at = next(...told); at !== undefined && told.length < 10; at = next(...told)) {
      const state = told.reduce(ticket.evolve, ticket.initial);
      told.push(...ringClocks(state, new Date(at)));
    }
    expect(told.slice(1)).toEqual([warned('09:30', 50), warned('09:45', 75), breached('10:00')]);
  });
});

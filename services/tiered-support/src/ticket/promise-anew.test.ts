import { type TicketEvent, TicketPromisedAnew } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { officeHours } from '../fixtures/hours.ts';
import { pinnedTerms } from '../fixtures/terms.ts';
import { at, fact, moment, pastOf, raised, worked } from '../fixtures/ticket-past.ts';
import { promiseAnew } from './promise-anew.ts';
import { ringClocks } from './ring-clocks.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const always = officeHours({ openings: [{ from: '00:00', to: '24:00' }], days: 'all' });
const hoursToSolve = (hours: number, policyVersion: number) =>
  pinnedTerms({
    hours: always,
    policyVersion,
    targets: [{ priority: 'medium', resolution: hours * 60 }],
    warnings: [50],
  });
const before = hoursToSolve(2, 1);
const now = hoursToSolve(4, 2);
const command = { ticketId: 't-1', terms: now, at: moment('10:30') };
const anew: TicketEvent = {
  type: 'TicketPromisedAnew',
  data: { ...fact('10:30', 'in-progress'), terms: now },
};
const stateAfter = (...past: TicketEvent[]) => past.reduce(ticket.evolve, ticket.initial);

describe('promise a ticket anew', () => {
  it('gives it what is promised now', () => {
    given(raised({ terms: before }), worked('09:10'))
      .when((ticket) => promiseAnew(ticket, command))
      .thenEmits(anew);
    expect(TicketPromisedAnew.parse(anew)).toEqual(anew);
  });

  it('works its clocks out anew from its beginning on, and tells of them anew', () => {
    const past = [raised({ terms: before }), worked('09:10')];
    const warned = ringClocks(stateAfter(...past), moment('10:10'));
    expect(warned).toMatchObject([{ type: 'TicketClockWarned', data: { at: at('10:00') } }]);
    const state = stateAfter(...past, ...warned, anew);
    expect(state).toMatchObject({ nextAlarmAt: at('11:00'), changedAt: at('10:30') });
    expect(ringClocks(state, moment('11:30'))).toMatchObject([
      { type: 'TicketClockWarned', data: { at: at('11:00'), dueAt: at('13:00') } },
    ]);
  });

  it.each([
    {
      what: 'what is promised just that',
      past: [raised({ terms: now })],
      code: 'ticket-promise-unchanged',
    },
    { what: 'what was promised nothing', past: [raised()], code: 'ticket-without-promise' },
    {
      what: 'what no policy is for',
      past: [raised({ terms: before })],
      terms: undefined,
      code: 'ticket-without-policy',
    },
    { what: 'what is resolved', past: pastOf.resolved, code: 'ticket-not-open' },
    { what: 'what was never raised', past: [], code: 'ticket-not-found' },
  ])('refuses $what', ({ past, code, ...changes }) => {
    given(...past)
      .when((ticket) => promiseAnew(ticket, { ...command, ...changes }))
      .thenRefuses(code);
  });
});

import { type TicketEvent, TicketPromisedAnew } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import fc from 'fast-check';
import { clocksOf } from '../clock/clock.ts';
import type { Moment } from '../clock/course.ts';
import { officeHours } from '../fixtures/hours.ts';
import { pinnedTerms } from '../fixtures/terms.ts';
import { at, fact, moment, pastOf, raised, worked } from '../fixtures/ticket-past.ts';
import { watched } from '../fixtures/watched.ts';
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
const later = (from: string, minutes: number) =>
  new Date(Date.parse(from) + minutes * 60_000).toISOString();
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

  it('leaves its clocks alone however its calendar changes, until somebody asks', () => {
    const anyHours = fc
      .record({ from: fc.integer({ min: 0, max: 11 }), to: fc.integer({ min: 12, max: 23 }) })
      .map(({ from, to }) => {
        const hour = (number: number) => `${String(number).padStart(2, '0')}:00`;
        return officeHours({ openings: [{ from: hour(from), to: hour(to) }], days: 'all' });
      });
    const waitMinutes = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(anyHours, anyHours, waitMinutes, (hours, changed, minutes) => {
        const wait = { ...fact('09:30', 'waiting'), waitingFor: 'customer' } as const;
        const goOn = { ...fact('09:30', 'in-progress'), at: later(at('09:30'), minutes) };
        const past: TicketEvent[] = [
          raised({ terms: { ...before, hours } }),
          { type: 'TicketWaitStarted', data: wait },
          { type: 'TicketWorkStarted', data: goOn },
        ];
        const asked = promiseAnew(stateAfter(...past), {
          ...command,
          terms: { ...now, hours: changed },
          at: new Date(later(goOn.at, 1)),
        });
        for (const [events, terms] of [
          [past, { ...before, hours }],
          [[...past, ...asked], { ...now, hours: changed }],
        ] as const) {
          const state = stateAfter(...events);
          const promised = state.status === 'absent' ? undefined : state.promised;
          const [clock] = promised ? clocksOf(promised.moments, promised.terms) : [];
          const target = terms.policyVersion * 120;
          const counts = ({ status }: Moment) => status !== 'waiting';
          const endMs = Date.parse(at('09:00')) + 8 * 86_400_000;
          const { due } = watched(promised?.moments ?? [], {
            hours: terms.hours,
            endMs,
            counts,
            target,
          });
          expect(clock?.dueMs).toBe(due);
        }
      }),
      { numRuns: 40 },
    );
  });
});

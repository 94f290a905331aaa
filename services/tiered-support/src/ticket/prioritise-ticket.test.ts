import { type TicketEvent, TicketPrioritised } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { officeHours } from '../fixtures/hours.ts';
import { pinnedTerms } from '../fixtures/terms.ts';
import { at, fact, moment, pastOf, raised } from '../fixtures/ticket-past.ts';
import { prioritiseTicket } from './prioritise-ticket.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const command = { ticketId: 't-1', priority: 'major', at: moment('10:10') } as const;
const prioritised = (label: string): TicketEvent => ({
  type: 'TicketPrioritised',
  data: { ...fact('10:10', label), priority: 'major' },
});

describe('prioritise a ticket', () => {
  it.each(['queued', 'in-progress', 'waiting'] as const)('leaves it %s', (status) => {
    given(...pastOf[status])
      .when((ticket) => prioritiseTicket(ticket, command))
      .thenEmits(prioritised(status));
    const state = [...pastOf[status], prioritised(status)].reduce(ticket.evolve, ticket.initial);
    expect(state).toMatchObject({ status, priority: 'major' });
    expect(TicketPrioritised.parse(prioritised(status))).toEqual(prioritised(status));
  });

  it.each([
    {
      what: 'what has that priority',
      past: [raised({ priority: 'major' })],
      code: 'ticket-priority-unchanged',
    },
    { what: 'what is resolved', past: pastOf.resolved, code: 'ticket-not-open' },
    { what: 'what was never raised', past: [], code: 'ticket-not-found' },
  ])('refuses $what', ({ past, code }) => {
    given(...past)
      .when((ticket) => prioritiseTicket(ticket, command))
      .thenRefuses(code);
  });

  it('sets its clocks to what is promised at the new one, from the beginning on', () => {
    const always = officeHours({ openings: [{ from: '00:00', to: '24:00' }], days: 'all' });
    const targets = [
      { priority: 'medium', resolution: 480 },
      { priority: 'major', resolution: 240 },
    ] as const;
    const terms = pinnedTerms({ hours: always, targets: [...targets], warnings: [50] });
    const nextAlarm = (...past: TicketEvent[]) => {
      const state = past.reduce(ticket.evolve, ticket.initial);
      return state.status === 'absent' ? undefined : state.nextAlarmAt;
    };
    expect(nextAlarm(raised({ terms }))).toBe(at('13:00'));
    expect(nextAlarm(raised({ terms }), prioritised('queued'))).toBe(at('11:00'));
  });
});

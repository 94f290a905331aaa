import type { DataOf, TicketEvent } from '@steward/contracts';
import fc from 'fast-check';
import { candidate, presenceChanged } from '../fixtures/agents.ts';
import { at, fact, moment, raised } from '../fixtures/ticket-past.ts';
import { type RaisedTicket, ticket } from '../ticket/ticket.ts';
import { ticketsWithSeats } from './seats.ts';

type Changes = Partial<DataOf<TicketEvent, 'TicketRaised'>>;

const waiting = (ticketId: string, time: string, changes: Changes = {}): RaisedTicket => {
  const event = raised({ ...fact(time, 'queued'), ticketId, ...changes });
  return ticket.evolve(ticket.initial, event) as RaisedTicket;
};
const ten = moment('10:00');

describe('the tickets that somebody could take', () => {
  it('are as many as there is room for, the longest waiting first', () => {
    const tickets = [waiting('t-3', '09:03'), waiting('t-1', '09:01'), waiting('t-2', '09:02')];
    const present = [
      candidate('ada', { capacityUnits: 1 }),
      candidate('ben', { capacityUnits: 1 }),
    ];
    expect(ticketsWithSeats(tickets, present, ten)).toEqual(['t-1', 't-2']);
  });

  it('are the most urgent before those that wait longer', () => {
    const tickets = [waiting('t-1', '09:01'), waiting('t-2', '09:02', { priority: 'major' })];
    const present = [candidate('ada', { capacityUnits: 1 })];
    expect(ticketsWithSeats(tickets, present, ten)).toEqual(['t-2']);
  });

  it('leave out what nobody can do, and go on behind it', () => {
    const french = { required: [{ skill: 'french', minLevel: 1 }] };
    const tickets = [waiting('t-1', '09:01', french), waiting('t-2', '09:02')];
    expect(ticketsWithSeats(tickets, [candidate('ada')], ten)).toEqual(['t-2']);
  });

  it.each([
    ['09:04', []],
    ['09:05', ['t-1']],
  ])('have given up by %s what they need not have: %j', (time, seated) => {
    const additional = [{ skill: 'french', minLevel: 1, priority: 1 }];
    const tickets = [waiting('t-1', '09:00', { additional })];
    expect(ticketsWithSeats(tickets, [candidate('ada')], moment(time))).toEqual(seated);
  });

  it('are none where nobody is given anything', () => {
    const busy = candidate('ada', {}, presenceChanged('09:00', 'busy'));
    expect(ticketsWithSeats([waiting('t-1', at('09:00').slice(11, 16))], [busy], ten)).toEqual([]);
  });

  it('never are more than there is room for', () => {
    const capacities = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 });
    fc.assert(
      fc.property(capacities, fc.nat(20), (units, count) => {
        const present = units.map((capacityUnits, index) =>
          candidate(`agent-${index}`, { capacityUnits }),
        );
        const tickets = Array.from({ length: count }, (_, index) => waiting(`t-${index}`, '09:00'));
        const room = units.reduce((sum, one) => sum + one, 0);
        const seated = ticketsWithSeats(tickets, present, ten);
        expect(seated).toHaveLength(Math.min(room, count));
        expect(new Set(seated).size).toBe(seated.length);
      }),
    );
  });
});

import { scenario } from '@steward/testing/scenario';
import {
  callCentre,
  experts,
  handedOver,
  moment,
  pastOf,
  queued,
  raised,
  waited,
  worked,
} from '../fixtures/ticket-past.ts';
import { handOverTicket } from './hand-over-ticket.ts';
import { heldSeconds, type RaisedTicket, ticket } from './ticket.ts';

const given = scenario(ticket);
const handOver = (time: string, desk: typeof callCentre | typeof experts = experts) => ({
  ticketId: 't-1',
  desk,
  at: moment(time),
});

describe('hand a ticket over', () => {
  it('charges the time since it was raised to the desk that held it, and queues it at the next', () => {
    given(raised(), worked('09:10'), waited('09:20'))
      .when((ticket) => handOverTicket(ticket, handOver('09:45')))
      .thenEmits(handedOver('09:45', 2_700), queued('09:45'));
  });

  it('charges the next desk from the moment when it got the ticket', () => {
    const moved = { held: experts, desk: callCentre };
    given(raised(), handedOver('09:45', 2_700), worked('10:00'))
      .when((ticket) => handOverTicket(ticket, handOver('10:05', callCentre)))
      .thenEmits(handedOver('10:05', 1_200, moved), queued('10:05'));
  });

  it.each([
    { desk: { line: 'first', team: 'Experts' } },
    { desk: { line: 'second', team: 'Call centre' } },
  ] as const)('goes to $desk.team in the $desk.line line: a desk is both', ({ desk }) => {
    given(raised())
      .when((ticket) => handOverTicket(ticket, { ...handOver('09:01'), desk }))
      .thenEmits(handedOver('09:01', 60, { desk }), queued('09:01'));
  });

  it('refuses the desk that holds it already', () => {
    given(raised())
      .when((ticket) => handOverTicket(ticket, handOver('09:45', callCentre)))
      .thenRefuses('ticket-desk-unchanged');
  });

  it('leaves the agent of the desk before behind', () => {
    const past = [...pastOf['in-progress'], handedOver('10:00', 3_600), queued('10:00')];
    const state = past.reduce(ticket.evolve, ticket.initial);
    expect(state).toMatchObject({ status: 'queued', agent: undefined, desk: experts });
    expect(heldSeconds(state as RaisedTicket)).toMatchObject({ first: 3_600, second: 0 });
  });
});

import { scenario } from '@steward/testing/scenario';
import {
  experts,
  handedOver,
  moment,
  queued,
  raised,
  reopened,
  resolved,
  waited,
  worked,
} from '../fixtures/ticket-past.ts';
import { resolveTicket } from './resolve-ticket.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const resolve = (time: string, inCall = false) => ({
  ticketId: 't-1',
  resolution: 'Put it out',
  inCall,
  at: moment(time),
});

describe('resolve a ticket', () => {
  it.each([true, false])('charges the desk that holds it (in the call: %s)', (inCall) => {
    given(raised(), worked('09:10'), waited('09:20', { agent: 'ada' }))
      .when((ticket) => resolveTicket(ticket, resolve('09:30', inCall)))
      .thenEmits(resolved('09:30', 1_800, { inCall, resolution: 'Put it out', agent: 'ada' }));
  });

  it('charges the last desk with its own time alone', () => {
    given(raised(), handedOver('09:45', 2_700), queued('09:45'))
      .when((ticket) => resolveTicket(ticket, resolve('10:00')))
      .thenEmits(
        resolved('10:00', 0, { held: { ...experts, seconds: 900 }, resolution: 'Put it out' }),
      );
  });

  it('charges nobody for the time until it was reopened', () => {
    given(raised(), resolved('09:30', 1_800), reopened('11:00'), queued('11:00'))
      .when((ticket) => resolveTicket(ticket, resolve('11:10')))
      .thenEmits(resolved('11:10', 600, { resolution: 'Put it out' }));
  });
});

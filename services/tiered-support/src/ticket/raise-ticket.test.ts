import { TicketRaised } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { callCentre, direct, moment, raised } from '../fixtures/ticket-past.ts';
import { type RaiseTicket, raiseTicket } from './raise-ticket.ts';
import { requireOwn } from './require-ticket.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);

const raise = (changes: Partial<RaiseTicket> = {}): RaiseTicket => ({
  ticketId: 't-1',
  accountId: 'acme',
  subject: 'Printer on fire',
  channel: 'direct',
  priority: 'medium',
  arrangement: direct,
  at: moment('09:00'),
  ...changes,
});

const delivery = { tier: 1, servedBy: 'delivery-centre', policyRow: 'self-led-large' } as const;
const branch = {
  tier: 2,
  servedBy: 'branch-technical-team',
  policyRow: 'partner-led-large',
} as const;

describe('raise a ticket', () => {
  it.each([
    { who: 'the call centre', arrangement: direct, of: undefined, desk: callCentre },
    {
      who: 'the delivery centre',
      arrangement: delivery,
      of: 'north',
      desk: { line: 'first', team: 'Delivery centre' },
    },
    {
      who: 'the technical team of the branch',
      arrangement: branch,
      of: 'north',
      desk: { line: 'first', team: 'Technical team, north' },
    },
    {
      who: 'the technical team where no branch is known',
      arrangement: branch,
      of: undefined,
      desk: { line: 'first', team: 'Technical team' },
    },
  ] as const)('lays it with the first line of $who', ({ arrangement, of, desk }) => {
    given()
      .when((ticket) => raiseTicket(ticket, raise({ arrangement, branch: of })))
      .thenEmits(raised({ arrangement, desk }));
  });

  it('keeps what it is about', () => {
    const about = { projectId: 'p-1', product: 'P', country: 'se', organisation: 'Org' };
    given()
      .when((ticket) => raiseTicket(ticket, raise(about)))
      .thenEmits(raised(about));
  });

  it('refuses to raise the same ticket twice', () => {
    given(raised())
      .when((ticket) => raiseTicket(ticket, raise()))
      .thenRefuses('ticket-already-raised');
  });

  it.each([
    { who: 'a customer for its own account', own: { accountId: 'acme' }, refusal: undefined },
    { who: 'staff for any account', own: {}, refusal: undefined },
    {
      who: 'a partner about a project',
      own: { partnerId: 'integra' },
      projectId: 's-1',
      refusal: undefined,
    },
    {
      who: 'a partner about no project',
      own: { partnerId: 'integra' },
      refusal: 'ticket-about-no-project',
    },
    {
      who: 'a customer for another account',
      own: { accountId: 'other' },
      refusal: 'ticket-of-another-account',
    },
  ])('answers $who with $refusal', ({ own, projectId, refusal }) => {
    const outcome = given().when(() => {
      requireOwn({ accountId: 'acme', projectId }, own);
      return [];
    });
    if (refusal) outcome.thenRefuses(refusal);
    else outcome.thenNothing();
  });

  it('emits only events the contract accepts', () => {
    const [event] = raiseTicket({ status: 'absent' }, raise({ product: 'P' }));
    expect(TicketRaised.parse(event)).toEqual(event);
  });
});

import { type TicketEvent, TicketMessageTakenOver, TicketRaised } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { pinnedTerms } from '../fixtures/terms.ts';
import {
  at,
  callCentre,
  direct,
  experts,
  fact,
  handedOver,
  moment,
  raised,
} from '../fixtures/ticket-past.ts';
import { type SplitOff, splitOff, splitTicket } from './split-ticket.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const command = { ticketId: 't-1', newTicketId: 't-2', at: moment('10:10') };
const words = {
  messageId: 'm-1',
  from: 'customer',
  channel: 'mail',
  text: 'And the phone?',
} as const;
const past = [
  raised({ projectId: 'p-1', partnerId: 'integra', priority: 'high' }),
  handedOver('09:30', 1_800),
];
const stateOf = (...events: TicketEvent[]) => events.reduce(ticket.evolve, ticket.initial);

const told = (changes: Partial<SplitOff> = {}): SplitOff => ({
  ...command,
  subject: 'Phone is silent',
  raisedWith: { product: 'PROD424' },
  messages: [{ kind: 'message', ...words, at: at('09:20'), actor: 'carl' }],
  ...changes,
});
const newFact = { ...fact('10:10', 'queued'), ticketId: 't-2' };
const takenOver: TicketEvent = {
  type: 'TicketMessageTakenOver',
  data: { ...newFact, ...words, fromTicketId: 't-1', saidAt: at('09:20'), saidBy: 'carl' },
};
const linkOf = (ticketId: string, kind: 'split-into' | 'split-of') => ({
  link: { ticketId, kind },
});

describe('split a ticket', () => {
  it('says on the first one into what it was split', () => {
    const label = { ...fact('10:10', 'queued'), ...linkOf('t-2', 'split-into') };
    given(...past)
      .when((ticket) => splitTicket(ticket, command))
      .thenEmits({ type: 'TicketLinked', data: label });
  });

  it('raises the new one for the same account, project, partner and arrangement, at the same desk', () => {
    given()
      .when((ticket) => splitOff(ticket, stateOf(...past), told()))
      .thenEmits(
        {
          type: 'TicketRaised',
          data: {
            ...newFact,
            subject: 'Phone is silent',
            projectId: 'p-1',
            partnerId: 'integra',
            channel: 'direct',
            priority: 'high',
            arrangement: direct,
            desk: experts,
            product: 'PROD424',
          },
        },
        { type: 'TicketLinked', data: { ...newFact, ...linkOf('t-1', 'split-of') } },
        takenOver,
      );
  });

  it('lets the new one have a priority and clocks of its own, from now on', () => {
    const terms = pinnedTerms({
      targets: [{ priority: 'low', firstResponse: 60, resolution: 480 }],
    });
    const events = splitOff(ticket.initial, stateOf(...past), told({ priority: 'low', terms }));
    expect(stateOf(...events)).toMatchObject({
      raisedAt: at('10:10'),
      priority: 'low',
      charged: { first: 0 },
      promised: { terms },
    });
    expect(TicketRaised.parse(events[0])).toEqual(JSON.parse(JSON.stringify(events[0])));
  });

  it('takes no word of staff from before for an answer in the new one', () => {
    const terms = pinnedTerms();
    const message = { kind: 'message' as const, ...words, from: 'staff' as const, at: at('09:20') };
    const messages = [{ ...message, actor: 'ada' }];
    const events = splitOff(ticket.initial, stateOf(raised()), told({ terms, messages }));
    expect(stateOf(...events)).toMatchObject({
      promised: { moments: [{ status: 'queued', line: callCentre.line, said: undefined }] },
    });
    expect(TicketMessageTakenOver.parse(takenOver)).toEqual(takenOver);
  });

  it('refuses an id that is taken', () => {
    given(raised({ ticketId: 't-2' }))
      .when((ticket) => splitOff(ticket, stateOf(...past), told()))
      .thenRefuses('ticket-already-raised');
  });

  it('refuses what was never raised', () => {
    given()
      .when((ticket) => splitTicket(ticket, command))
      .thenRefuses('ticket-not-found');
  });
});

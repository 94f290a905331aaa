import { type TicketEvent, ticketNoun } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { logLine } from '../fixtures/log-lines.ts';
import {
  allBut,
  at,
  callCentre,
  cancelled,
  closed,
  experts,
  fact,
  handedOver,
  moment,
  pastOf,
  queued,
  raised,
  reopened,
  resolved,
  waited,
  worked,
} from '../fixtures/ticket-past.ts';
import { claimTicket, leaveInQueue, releaseTicket, routeTicket } from './hold-ticket.ts';
import { recordTicketEntry } from './record-ticket-entry.ts';
import { type RaisedTicket, type Ticket, ticket } from './ticket.ts';

const given = scenario(ticket);
const inHands = { agentId: 'ada', holdingId: 'h-1' };
const choice = { why: 'most-available', considered: [{ agentId: 'ada' }], dropped: [] } as const;
const told = { ...choice, considered: [...choice.considered], dropped: [] };

const claimed = (time: string, label = 'queued'): TicketEvent => ({
  type: 'TicketClaimed',
  data: { ...fact(time, label), ...inHands },
});
const routed = (time: string): TicketEvent => ({
  type: 'TicketRouted',
  data: { ...fact(time, 'queued'), ...inHands, ...told },
});
const released = (time: string, label = 'queued'): TicketEvent => ({
  type: 'TicketReleased',
  data: { ...fact(time, label), ...inHands },
});
const left = (time: string, dropped: string[] = []): TicketEvent => ({
  type: 'TicketLeftInQueue',
  data: { ...fact(time, 'queued'), reason: 'away', considered: [], dropped },
});

const after = (...past: TicketEvent[]): RaisedTicket => {
  const state = past.reduce(ticket.evolve, ticket.initial);
  if (state.status === 'absent') throw new Error('The past raises nothing');
  return state;
};

const command = { ticketId: 't-1', desk: callCentre, at: moment('10:00') };
const claim = { ...command, ...inHands };
const route = { ...claim, ...told };
const leave = { ...command, reason: 'away', considered: [], dropped: [] } as const;
const leaving = { ...leave, considered: [], dropped: [] };

describe('give a ticket to somebody', () => {
  it('routes what waits at the desk', () => {
    given(raised())
      .when((state) => routeTicket(state, route))
      .thenEmits(routed('10:00'));
    expect(after(raised(), routed('10:00'))).toMatchObject({
      status: 'queued',
      agent: 'ada',
      routing: { heldBy: inHands, lastHandler: 'ada', choice: { why: 'most-available' } },
      awaitsAgentSince: undefined,
    });
  });

  it('lets somebody claim what another has begun, as long as nobody holds it', () => {
    given(...pastOf['in-progress'])
      .when((state) => claimTicket(state, claim))
      .thenEmits(claimed('10:00', 'in-progress'));
  });

  it.each([
    { verb: 'claim', decide: (state: Ticket) => claimTicket(state, claim) },
    { verb: 'route', decide: (state: Ticket) => routeTicket(state, route) },
    { verb: 'leave', decide: (state: Ticket) => leaveInQueue(state, leaving) },
  ])('refuses to $verb what is not there to be given', ({ decide }) => {
    const when = (...past: TicketEvent[]) => given(...past).when(decide);
    when().thenRefuses('ticket-not-found');
    when(raised(), claimed('09:30')).thenRefuses('ticket-already-held');
    when(raised(), handedOver('09:30', 1_800)).thenRefuses('ticket-desk-changed');
    for (const { past } of allBut('queued', 'in-progress', 'waiting'))
      when(...past).thenRefuses('ticket-not-open');
  });

  it('says why nobody takes it, once, until there is something else to say', () => {
    given(raised())
      .when((state) => leaveInQueue(state, leaving))
      .thenEmits(left('10:00'));
    given(raised(), left('09:30'))
      .when((state) => leaveInQueue(state, leaving))
      .thenNothing();
    given(raised(), left('09:30'))
      .when((state) => leaveInQueue(state, { ...leaving, dropped: ['french'] }))
      .thenEmits(left('10:00', ['french']));
    const away = { held: callCentre, desk: experts };
    const back = { held: experts, desk: callCentre };
    given(raised(), left('09:10'), handedOver('09:20', 1_200, away), handedOver('09:30', 600, back))
      .when((state) => leaveInQueue(state, leaving))
      .thenEmits(left('10:00'));
    given(raised(), left('09:10'), claimed('09:20'), released('09:30'))
      .when((state) => leaveInQueue(state, leaving))
      .thenEmits(left('10:00'));
  });

  it('emits only events the contracts accept', () => {
    for (const event of [claimed('10:00'), routed('10:00'), released('10:00'), left('10:00')])
      expect(ticketNoun.events.find(({ type }) => type === event.type)?.parse(event)).toEqual(
        event,
      );
  });
});

describe('release a ticket', () => {
  const release = { ticketId: 't-1', holdingId: 'h-1', at: moment('10:00') };

  it.each([
    { what: 'what nobody has begun', past: [], emitted: [released('10:00')] },
    {
      what: 'what somebody works on, so that the work stops',
      past: [worked('09:40')],
      emitted: [released('10:00', 'in-progress'), queued('10:00')],
    },
    {
      what: 'what waits, and goes on waiting',
      past: [worked('09:40'), waited('09:50')],
      emitted: [released('10:00', 'waiting')],
    },
  ])('gives back $what', ({ past, emitted }) => {
    given(raised(), claimed('09:30'), ...past)
      .when((state) => releaseTicket(state, release))
      .thenEmits(...emitted);
  });

  it('brings it back into the queue', () => {
    expect(after(raised(), claimed('09:30'), released('10:00'))).toMatchObject({
      agent: undefined,
      routing: { heldBy: undefined, lastHandler: 'ada', givenBackBy: ['ada'] },
      awaitsAgentSince: at('10:00'),
    });
  });

  it.each([
    { what: 'what nobody holds', past: [raised()], change: {}, code: 'ticket-not-held' },
    {
      what: 'what somebody has taken on anew',
      past: [raised(), claimed('09:30')],
      change: { holdingId: 'h-0' },
      code: 'ticket-not-held',
    },
    {
      what: 'what another holds',
      past: [raised(), claimed('09:30')],
      change: { by: 'ben' },
      code: 'ticket-held-by-another',
    },
    { what: 'what is not there', past: [], change: {}, code: 'ticket-not-found' },
  ])('refuses $what', ({ past, change, code }) => {
    given(...past)
      .when((state) => releaseTicket(state, { ...release, ...change }))
      .thenRefuses(code);
  });
});

describe('a ticket in the hands of somebody', () => {
  const inHand = [raised(), claimed('09:30')];
  const by = inHands;

  it.each([
    ['resolved', resolved('10:00', 3_600)],
    ['cancelled', cancelled('10:00', 3_600)],
    ['handed over', handedOver('10:00', 3_600)],
  ])('is let go when it is %s, and remembers who had it', (_how, event) => {
    expect(after(...inHand, event).routing).toMatchObject({
      heldBy: undefined,
      lastHandler: 'ada',
    });
  });

  it('stays there while it waits for the customer, and after', () => {
    const waiting = [...inHand, worked('09:40'), waited('09:50')];
    expect(after(...waiting).routing?.heldBy).toEqual(by);
    expect(after(...waiting, queued('10:00'))).toMatchObject({
      agent: 'ada',
      routing: { heldBy: by },
      awaitsAgentSince: undefined,
    });
  });

  it.each([
    { what: 'raised', past: [raised()], since: '09:00' },
    { what: 'handed on', past: [raised(), handedOver('09:20', 1_200)], since: '09:20' },
    {
      what: 'reopened',
      past: [raised(), resolved('09:30', 1_800), closed('09:40'), reopened('09:50')],
      since: '09:50',
    },
    { what: 'left in the queue', past: [raised(), left('09:10')], since: '09:00' },
  ])('waits for somebody since it was $what', ({ past, since }) => {
    expect(after(...past).awaitsAgentSince).toBe(at(since));
  });

  it.each([
    { what: 'somebody works on it', past: pastOf['in-progress'] },
    { what: 'it waits for the customer', past: pastOf.waiting },
    { what: 'it is settled', past: pastOf.resolved },
    { what: 'its past is told afterwards', past: [raised({ isBroughtIn: true })] },
  ])('waits for nobody while $what', ({ past }) => {
    expect(after(...past).awaitsAgentSince).toBeUndefined();
  });

  it('tells by whom it was held when a log settles it', () => {
    const line = logLine(2, 'resolved', '10:00', { label: 'Completed', desk: experts });
    given(raised({ entry: 1, isBroughtIn: true }), claimed('09:30'))
      .when((state) => recordTicketEntry(state, line))
      .thenEmits(
        {
          type: 'TicketHandedOver',
          data: {
            ...fact('10:00', 'Completed'),
            entry: 2,
            held: { ...callCentre, seconds: 3_600, by },
            desk: experts,
          },
        },
        {
          type: 'TicketResolved',
          data: {
            ...fact('10:00', 'Completed'),
            entry: 2,
            held: { ...experts, seconds: 0 },
            inCall: false,
          },
        },
      );
  });

  it('may go again to whoever gave it back, once it lies at another desk', () => {
    const back = [...inHand, released('09:40')];
    expect(after(...back, routed('09:50')).routing?.givenBackBy).toEqual(['ada']);
    expect(after(...back, handedOver('10:00', 3_600)).routing?.givenBackBy).toBeUndefined();
  });

  it('keeps the moment of its last change, whoever it is given to', () => {
    expect(after(raised(), routed('10:00')).changedAt).toBe(at('09:00'));
  });
});

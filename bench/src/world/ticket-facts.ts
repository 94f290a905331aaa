import { type TicketEvent, ticketNoun } from '@steward/contracts';
import type { EventRow } from '@steward/persistence';

/** So many tickets are open at a time, so that neighbours in the topic belong to different ones. */
const openAtOnce = 500;
const secondsBetween = 30;
const beginning = Date.parse('2026-01-05T08:00:00.000Z');
export const factsPerTicket = 8;

const wires = new Map(ticketNoun.events.map(({ type, wire }) => [type, wire]));

/** The life of a ticket as a help desk's log has it: raised, worked on, waiting, handed over, closed. */
const lifeOf = (ticket: number): ((at: string) => TicketEvent)[] => {
  const ticketId = `ticket-${ticket}`;
  const accountId = `account-${ticket % 997}`;
  const team = `Team ${ticket % 40}`;
  const agent = `agent-${ticket % 150}`;
  const fact = (at: string, label: string) => ({ ticketId, accountId, at, label });
  const held = { line: 'first', team, seconds: 60 + (ticket % 3_600) } as const;
  return [
    (at) => ({
      type: 'TicketRaised',
      data: {
        ...fact(at, 'Accepted'),
        subject: `The line stands still, the fourth time this week (${ticket})`,
        channel: 'project',
        priority: 'medium',
        arrangement: { tier: 2, servedBy: 'branch-technical-team', policyRow: 'standard' },
        desk: { line: 'first', team },
        product: `PROD${ticket % 700}`,
        country: 'Sweden',
        organisation: 'Org line A2',
      },
    }),
    (at) => ({ type: 'TicketQueued', data: fact(at, 'Queued') }),
    (at) => ({ type: 'TicketWorkStarted', data: { ...fact(at, 'In Progress'), agent } }),
    (at) => ({
      type: 'TicketWaitStarted',
      data: { ...fact(at, 'Wait - User'), waitingFor: 'user', agent },
    }),
    (at) => ({ type: 'TicketWorkStarted', data: { ...fact(at, 'In Progress'), agent } }),
    (at) => ({
      type: 'TicketHandedOver',
      data: { ...fact(at, 'Assigned'), held, desk: { line: 'second', team: `${team} 2nd` } },
    }),
    (at) => ({
      type: 'TicketResolved',
      data: { ...fact(at, 'Resolved'), held, inCall: false, agent },
    }),
    (at) => ({ type: 'TicketClosed', data: fact(at, 'Closed') }),
  ];
};

/** A fact with the row that its service would have published it from. */
export interface TicketFact {
  readonly event: TicketEvent;
  readonly row: EventRow;
}

const factOf = (
  ticket: number,
  version: number,
  position: number,
  traceparent: string | undefined,
): TicketFact => {
  const at = new Date(beginning + position * secondsBetween * 1_000);
  const event = lifeOf(ticket)[version - 1]?.(at.toISOString());
  if (!event) throw new RangeError(`A ticket has no fact ${version}`);
  const row = {
    _id: `${ticketNoun.topic}-${ticket}-${version}`,
    topic: ticketNoun.topic,
    key: event.data.ticketId,
    version,
    wire: wires.get(event.type) ?? '',
    body: JSON.stringify(event.data),
    at,
    recordedAt: at,
    actor: 'bench',
    correlationId: `request-${position}`,
    ...(traceparent !== undefined && { traceparent }),
    lane: 0,
    position,
  };
  return { event, row };
};

/** The histories of tickets, mixed with one another; the same ones each time. */
export function* ticketFacts(
  tickets: number,
  traceparentOf: (position: number) => string | undefined = () => undefined,
): Generator<TicketFact> {
  let position = 0;
  for (let first = 0; first < tickets; first += openAtOnce) {
    const last = Math.min(tickets, first + openAtOnce);
    for (let version = 1; version <= factsPerTicket; version += 1)
      for (let ticket = first; ticket < last; ticket += 1) {
        yield factOf(ticket, version, position, traceparentOf(position));
        position += 1;
      }
  }
}

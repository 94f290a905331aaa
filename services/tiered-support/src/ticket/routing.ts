import type { DataOf, TicketEvent } from '@steward/contracts';
import type { RaisedTicket } from './ticket.ts';

type Given = DataOf<TicketEvent, 'TicketClaimed'>;

/** The last choice that was made for a ticket; of a claim, who claimed it. */
export interface Choice {
  readonly at: string;
  readonly agentId?: string;
  readonly why?: DataOf<TicketEvent, 'TicketRouted'>['why'] | 'claimed';
  readonly reason?: DataOf<TicketEvent, 'TicketLeftInQueue'>['reason'];
  readonly considered: DataOf<TicketEvent, 'TicketRouted'>['considered'];
  readonly dropped: readonly string[];
  readonly nextRoutingAt?: string | undefined;
}

/** Who has a ticket, and who had it. */
export interface Routing {
  /** In whose hands it is, and by which taking on: somebody may have one ticket several times. */
  readonly heldBy?: { readonly agentId: string; readonly holdingId: string } | undefined;
  readonly lastHandler?: string;
  /** Those who had it at this desk and did not keep it: it is not given to them again. */
  readonly givenBackBy?: readonly string[] | undefined;
  readonly choice?: Choice;
}

const givenTo = (
  ticket: RaisedTicket,
  { agentId, holdingId }: Given,
  choice: Choice,
): RaisedTicket => {
  const taken = { heldBy: { agentId, holdingId }, lastHandler: agentId, choice };
  const routing = { ...ticket.routing, ...taken };
  return { ...ticket, agent: agentId, routing };
};

/** Whoever had it has it no more, and whoever gave it back is as good as anybody for what comes next. */
const settled = (ticket: RaisedTicket): RaisedTicket => {
  if (!ticket.routing) return ticket;
  const routing = { ...ticket.routing, heldBy: undefined, givenBackBy: undefined };
  return { ...ticket, routing };
};

const givenBack = (ticket: RaisedTicket, { agentId }: Given): RaisedTicket => {
  const givenBackBy = [...(ticket.routing?.givenBackBy ?? []), agentId];
  const routing = { ...ticket.routing, heldBy: undefined, givenBackBy };
  return { ...ticket, agent: undefined, routing };
};

const handlingTypes = [
  'TicketRouted',
  'TicketClaimed',
  'TicketLeftInQueue',
  'TicketReleased',
  'TicketHandedOver',
  'TicketResolved',
  'TicketCancelled',
  'TicketMerged',
  'TicketQueued',
] as const;
type HandlingEvent = Extract<TicketEvent, { type: (typeof handlingTypes)[number] }>;

const isHandling = (event: TicketEvent): event is HandlingEvent =>
  handlingTypes.some((type) => type === event.type);

const handled = (ticket: RaisedTicket, { type, data }: HandlingEvent): RaisedTicket => {
  switch (type) {
    case 'TicketRouted': {
      const { at, agentId, why, considered, dropped } = data;
      return givenTo(ticket, data, { at, agentId, why, considered, dropped });
    }
    case 'TicketClaimed': {
      const { at, agentId } = data;
      return givenTo(ticket, data, { at, agentId, why: 'claimed', considered: [], dropped: [] });
    }
    case 'TicketLeftInQueue': {
      const { at, reason, considered, dropped, nextRoutingAt } = data;
      const choice = { at, reason, considered, dropped, nextRoutingAt };
      return { ...ticket, routing: { ...ticket.routing, choice } };
    }
    case 'TicketReleased':
      return givenBack(ticket, data);
    case 'TicketHandedOver':
    case 'TicketResolved':
    case 'TicketCancelled':
    case 'TicketMerged':
      return settled(ticket);
    case 'TicketQueued':
      // What waited for the customer is still in the hands of whoever held it.
      return { ...ticket, agent: ticket.routing?.heldBy?.agentId };
  }
};

/** Keeps who has the ticket and, while nobody has and it is queued, since when it waits for somebody of its desk. */
export const routed = (before: RaisedTicket, event: TicketEvent): RaisedTicket => {
  const ticket = isHandling(event) ? handled(before, event) : before;
  const isAwaiting = ticket.status === 'queued' && !ticket.routing?.heldBy && !ticket.isBroughtIn;
  const { at } = event.data;
  const since = event.type === 'TicketHandedOver' ? at : (ticket.awaitsAgentSince ?? at);
  return { ...ticket, awaitsAgentSince: isAwaiting ? since : undefined };
};

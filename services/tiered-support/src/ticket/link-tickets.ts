import type { LinkKind, TicketEvent, TicketLink } from '@steward/contracts';
import { factOf } from './fact.ts';
import { isSameLink, unrelated } from './relations.ts';
import { type OnTicket, requireTicket } from './require-ticket.ts';
import { type RaisedTicket, refuse, type Ticket } from './ticket.ts';

export interface LinkTickets extends OnTicket {
  readonly link: TicketLink;
}

/** What the other ticket is to this one. */
const fromOtherSide: Record<LinkKind, LinkKind> = {
  related: 'related',
  causes: 'caused-by',
  'caused-by': 'causes',
  duplicates: 'duplicated-by',
  'duplicated-by': 'duplicates',
  'split-into': 'split-of',
  'split-of': 'split-into',
};

/** The same, said of the other ticket. */
export const seenFromOtherSide = ({ ticketId, link, ...rest }: LinkTickets): LinkTickets => ({
  ...rest,
  ticketId: link.ticketId,
  link: { ticketId, kind: fromOtherSide[link.kind] },
});

const linksMax = 100;

/** One more link of a ticket, as it says so itself. */
export const linked = (ticket: RaisedTicket, { link, at }: LinkTickets): TicketEvent => {
  const { links } = ticket.relations ?? unrelated;
  if (links.some((present) => isSameLink(present, link)))
    throw refuse('ticket-already-linked', `Ticket ${ticket.ticketId} says so already`);
  if (links.length >= linksMax)
    throw refuse('ticket-links-too-many', `Ticket ${ticket.ticketId} has ${linksMax} links`);
  return { type: 'TicketLinked', data: { ...factOf(ticket, ticket.label, at), link } };
};

/** One side of a link; the other side is the same decision on the other ticket. */
export const linkTickets = (ticket: Ticket, command: LinkTickets): TicketEvent[] => [
  linked(requireTicket(ticket, command), command),
];

export const unlinkTickets = (ticket: Ticket, command: LinkTickets): TicketEvent[] => {
  const raised = requireTicket(ticket, command);
  const { link, at } = command;
  if (!raised.relations?.links.some((present) => isSameLink(present, link)))
    throw refuse('ticket-not-linked', `Ticket ${command.ticketId} does not say so`);
  return [{ type: 'TicketUnlinked', data: { ...factOf(raised, raised.label, at), link } }];
};

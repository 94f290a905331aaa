import type { DataOf, PinnedTerms, Priority, TicketEvent, TicketMessage } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type LinkTickets, linked, seenFromOtherSide } from './link-tickets.ts';
import { type OnTicket, requireTicket } from './require-ticket.ts';
import { refuse, type Ticket } from './ticket.ts';

type Said = Extract<TicketMessage, { kind: 'message' }>;

export interface SplitTicket extends OnTicket {
  readonly newTicketId: string;
}

export interface SplitOff extends SplitTicket {
  readonly subject: string;
  readonly priority?: Priority | undefined;
  /** What the first ticket was raised with; only the words for things are taken from it. */
  readonly raisedWith: Pick<
    DataOf<TicketEvent, 'TicketRaised'>,
    'product' | 'country' | 'organisation'
  >;
  /** What the new ticket is promised, from now on. */
  readonly terms?: PinnedTerms | undefined;
  readonly isBroughtIn?: boolean | undefined;
  readonly messages: readonly Said[];
}

const linkOf = ({ ticketId, at, newTicketId }: SplitTicket): LinkTickets => ({
  ticketId,
  at,
  link: { ticketId: newTicketId, kind: 'split-into' },
});

/** What the ticket says from which another one was split. */
export const splitTicket = (ticket: Ticket, command: SplitTicket): TicketEvent[] => [
  linked(requireTicket(ticket, command), linkOf(command)),
];

/** What the new ticket says. It begins at the desk that had the first one, which knows what it is about. */
export const splitOff = (ticket: Ticket, from: Ticket, command: SplitOff): TicketEvent[] => {
  const { newTicketId, subject, raisedWith, terms, isBroughtIn, messages, at } = command;
  const old = requireTicket(from, command);
  if (ticket.status !== 'absent')
    throw refuse('ticket-already-raised', `Ticket ${newTicketId} was already raised`);
  const { accountId, projectId, partnerId, channel, arrangement, desk } = old;
  const { product, country, organisation } = raisedWith;
  const fact = factOf({ ticketId: newTicketId, accountId }, 'queued', at);
  const same = { projectId, partnerId, channel, arrangement, desk };
  const words = { product, country, organisation };
  const priority = command.priority ?? old.priority;
  return [
    {
      type: 'TicketRaised',
      data: { ...fact, ...same, ...words, subject, priority, terms, isBroughtIn },
    },
    { type: 'TicketLinked', data: { ...fact, link: seenFromOtherSide(linkOf(command)).link } },
    ...messages.map(
      ({
        messageId,
        from: speaker,
        channel: way,
        text,
        attachments,
        at: saidAt,
        actor,
      }): TicketEvent => ({
        type: 'TicketMessageTakenOver',
        data: {
          ...fact,
          fromTicketId: old.ticketId,
          messageId,
          from: speaker,
          channel: way,
          text,
          attachments,
          saidAt,
          saidBy: actor,
        },
      }),
    ),
  ];
};

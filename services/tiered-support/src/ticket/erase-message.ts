import { erasedWords, type TicketEvent } from '@steward/contracts';
import type { Erased } from '@steward/domain';
import { factOf } from './fact.ts';
import { type RaisedTicket, refuse, type Ticket } from './ticket.ts';

/** The facts of a ticket that hold what people say in it. */
export const wordTypes = [
  'TicketMessageAdded',
  'TicketMessageTakenOver',
  'TicketNoteAdded',
] as const satisfies TicketEvent['type'][];
type Worded = Extract<TicketEvent, { type: (typeof wordTypes)[number] }>;

/** What was said under an id, and when: told again in another ticket it keeps both. */
export interface Said {
  readonly messageId: string;
  readonly saidAt: string;
}

export interface EraseMessage {
  readonly ticketId: string;
  readonly messageId: string;
  /** Of all that was said under the id, what is to be erased. */
  readonly saidAt: readonly string[];
  readonly at: Date;
}

const isWorded = (event: TicketEvent): event is Worded =>
  wordTypes.some((type) => type === event.type);

const saidIn = ({ type, data }: Worded): Said => {
  switch (type) {
    case 'TicketMessageAdded':
      return { messageId: data.messageId, saidAt: data.at };
    case 'TicketMessageTakenOver':
      return { messageId: data.messageId, saidAt: data.saidAt };
    case 'TicketNoteAdded':
      return { messageId: data.noteId, saidAt: data.at };
  }
};

/** When something was said under an id. */
export const momentsOf = (facts: readonly TicketEvent[], messageId: string): string[] =>
  facts
    .filter(isWorded)
    .map(saidIn)
    .filter((said) => said.messageId === messageId)
    .map(({ saidAt }) => saidAt);

const isErased = ({ data: { text, attachments } }: Worded): boolean =>
  text === erasedWords && attachments === undefined;

const blank = (event: Worded): TicketEvent => {
  const { attachments: _, ...data } = event.data;
  return { type: event.type, data: { ...data, text: erasedWords } } as TicketEvent;
};

/** Customers are told of their messages; what we noted among ourselves they do not know of. */
const toldOf = (ticket: RaisedTicket, event: Worded, at: Date): TicketEvent => {
  const { messageId, saidAt } = saidIn(event);
  const fact = { ...factOf(ticket, ticket.label, at), saidAt };
  return event.type === 'TicketNoteAdded'
    ? { type: 'TicketNoteErased', data: { ...fact, noteId: messageId } }
    : { type: 'TicketMessageErased', data: { ...fact, messageId } };
};

/** Nothing else of the ticket changes by it, so it may be merged, or over. */
export const eraseMessage = (
  ticket: Ticket,
  past: readonly TicketEvent[],
  { ticketId, messageId, saidAt, at }: EraseMessage,
): Erased<TicketEvent> => {
  if (ticket.status === 'absent')
    throw refuse('ticket-not-found', `There is no ticket ${ticketId}`);
  const isMeant = (event: TicketEvent): event is Worded => {
    if (!isWorded(event)) return false;
    const said = saidIn(event);
    return said.messageId === messageId && saidAt.includes(said.saidAt);
  };
  const meant = past.filter(isMeant);
  if (meant.length === 0)
    throw refuse('ticket-message-not-found', `Ticket ${ticketId} has no ${messageId}`);
  return {
    left: past.map((event) => (isMeant(event) ? blank(event) : event)),
    events: meant.filter((event) => !isErased(event)).map((event) => toldOf(ticket, event, at)),
  };
};

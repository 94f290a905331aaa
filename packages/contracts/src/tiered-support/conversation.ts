import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name, Text } from '../primitives.ts';
import { MessageFrom } from './ticket-message.ts';

export const ConversationChannel = z.enum(['call', 'meeting', 'chat', 'mail']);

/** In which language it was held; `auto` leaves that to what was said in each turn. */
export const ConversationLanguage = z.enum(['zh', 'en', 'other', 'auto']);

/** Somebody who took part; of staff, the person who is credited with what was heard. */
export const Participant = z.object({ personId: Id, from: MessageFrom, name: Name.optional() });

/** What one side said until the other spoke. */
export const Turn = z.object({
  from: MessageFrom,
  speaker: Name.optional(),
  text: Text.min(1),
  at: Instant.optional(),
});
export type Turn = z.output<typeof Turn>;

export const Turns = z.array(Turn).max(500);

const conversation = { conversationId: Id, accountId: Id, at: Instant };

export const ConversationRecorded = event(
  'ConversationRecorded',
  'tiered-support.conversation.recorded.v1',
  z.object({
    ...conversation,
    ticketId: Id.optional(),
    channel: ConversationChannel,
    language: ConversationLanguage,
    participants: z.array(Participant),
    /** Staff who took part, or whoever recorded it. */
    heardBy: z.array(Id).min(1),
    startedAt: Instant,
    turns: Turns,
  }),
);

export const ConversationContinued = event(
  'ConversationContinued',
  'tiered-support.conversation.continued.v1',
  z.object({
    ...conversation,
    ticketId: Id.optional(),
    language: ConversationLanguage,
    heardBy: z.array(Id).min(1),
    /** How many turns came before these. */
    turnsBefore: z.int().min(0),
    turns: Turns,
  }),
);

export const ConversationClosed = event(
  'ConversationClosed',
  'tiered-support.conversation.closed.v1',
  z.object(conversation),
);

/** What was said in it is erased, and who of the customer took part. */
export const ConversationErased = event(
  'ConversationErased',
  'tiered-support.conversation.erased.v1',
  z.object(conversation),
);

export const conversationNoun = noun('tiered-support.conversation', [
  ConversationRecorded,
  ConversationContinued,
  ConversationClosed,
  ConversationErased,
]);
export type ConversationEvent = EventOf<(typeof conversationNoun.events)[number]>;

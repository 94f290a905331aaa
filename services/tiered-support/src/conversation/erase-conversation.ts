import { type ConversationEvent, erasedPerson, erasedWords, type Turn } from '@steward/contracts';
import type { Erased } from '@steward/domain';
import { type Conversation, refuse } from './conversation.ts';

interface EraseConversation {
  readonly conversationId: string;
  readonly at: Date;
}

const blankTurn = ({ speaker: _, ...turn }: Turn): Turn => ({ ...turn, text: erasedWords });

/** Staff stay by their id, which says who is credited; of the customer nobody does. */
const blank = (event: ConversationEvent): ConversationEvent => {
  const { type, data } = event;
  switch (type) {
    case 'ConversationRecorded': {
      const participants = data.participants.map(({ personId, from }) => ({
        personId: from === 'customer' ? erasedPerson : personId,
        from,
      }));
      return { type, data: { ...data, participants, turns: data.turns.map(blankTurn) } };
    }
    case 'ConversationContinued':
      return { type, data: { ...data, turns: data.turns.map(blankTurn) } };
    case 'ConversationClosed':
    case 'ConversationErased':
      return event;
  }
};

export const eraseConversation = (
  conversation: Conversation,
  past: readonly ConversationEvent[],
  { conversationId, at }: EraseConversation,
): Erased<ConversationEvent> => {
  if (conversation.status === 'absent')
    throw refuse('conversation-not-found', `There is no conversation ${conversationId}`);
  const { accountId } = conversation;
  return {
    left: past.map(blank),
    events: [
      { type: 'ConversationErased', data: { conversationId, accountId, at: at.toISOString() } },
    ],
  };
};

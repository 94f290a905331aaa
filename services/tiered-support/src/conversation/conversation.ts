import type { ConversationEvent, DataOf } from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

type Recorded = DataOf<ConversationEvent, 'ConversationRecorded'>;

/**
 * What is known of a conversation besides its words. Those stand in its history alone: a list of
 * conversations, and whoever adds a turn, would else carry all of them.
 */
export type Conversation =
  | { readonly status: 'absent' }
  | (Readonly<Omit<Recorded, 'turns' | 'at'>> & {
      readonly status: 'open' | 'closed';
      readonly turnCount: number;
      readonly characterCount: number;
    });
export type RecordedConversation = Existing<Conversation>;

export const refuse = refusals({
  'conversation-already-recorded': 'conflict',
  'conversation-not-found': 'notFound',
  'conversation-closed': 'conflict',
  'conversation-too-long': 'conflict',
  'conversation-ticket-not-found': 'notFound',
});

type Words = readonly { readonly text: string }[];

export const charactersOf = (turns: Words): number =>
  turns.reduce((sum, { text }) => sum + text.length, 0);

const evolve = (conversation: Conversation, { type, data }: ConversationEvent): Conversation => {
  if (type === 'ConversationRecorded') {
    const { turns, at: _, ...recorded } = data;
    const counts = { turnCount: turns.length, characterCount: charactersOf(turns) };
    return { status: 'open', ...recorded, ...counts };
  }
  if (conversation.status === 'absent') return conversation;
  switch (type) {
    case 'ConversationContinued': {
      const turnCount = conversation.turnCount + data.turns.length;
      const characterCount = conversation.characterCount + charactersOf(data.turns);
      return { ...conversation, turnCount, characterCount };
    }
    case 'ConversationClosed':
      return { ...conversation, status: 'closed' };
    case 'ConversationErased':
      return conversation;
  }
};

export const conversation: Aggregate<Conversation, ConversationEvent> = {
  name: 'conversation',
  initial: { status: 'absent' },
  evolve,
};

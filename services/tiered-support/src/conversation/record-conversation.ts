import type { ConversationEvent, DataOf, Turn } from '@steward/contracts';
import {
  type Conversation,
  charactersOf,
  type RecordedConversation,
  refuse,
} from './conversation.ts';

type Recorded = DataOf<ConversationEvent, 'ConversationRecorded'>;

export type RecordConversation = Omit<Recorded, 'heardBy' | 'startedAt' | 'at'> & {
  readonly startedAt?: string | undefined;
  /** Who writes it down, and has heard it where no staff is named. */
  readonly recordedBy: string;
  readonly at: Date;
};

export interface ContinueConversation {
  readonly conversationId: string;
  readonly turns: Turn[];
  readonly at: Date;
}

/** A day of talk; whoever has more to say has another conversation. */
const turnsMax = 2_000;
const charactersMax = 200_000;

const requireRoom = ({
  turnCount,
  characterCount,
}: {
  turnCount: number;
  characterCount: number;
}) => {
  if (turnCount > turnsMax || characterCount > charactersMax)
    throw refuse(
      'conversation-too-long',
      `A conversation has ${turnsMax} turns and ${charactersMax} characters at most`,
    );
};

export const recordConversation = (
  conversation: Conversation,
  { recordedBy, at, startedAt = at.toISOString(), ...said }: RecordConversation,
): ConversationEvent[] => {
  const { conversationId, participants, turns } = said;
  if (conversation.status !== 'absent')
    throw refuse(
      'conversation-already-recorded',
      `Conversation ${conversationId} was already recorded`,
    );
  requireRoom({ turnCount: turns.length, characterCount: charactersOf(turns) });
  const staff = participants.filter(({ from }) => from === 'staff').map(({ personId }) => personId);
  const heardBy = staff.length > 0 ? [...new Set(staff)] : [recordedBy];
  return [
    { type: 'ConversationRecorded', data: { ...said, heardBy, startedAt, at: at.toISOString() } },
  ];
};

const requireOpen = (conversation: Conversation, conversationId: string): RecordedConversation => {
  if (conversation.status === 'absent')
    throw refuse('conversation-not-found', `There is no conversation ${conversationId}`);
  if (conversation.status === 'closed')
    throw refuse('conversation-closed', `Conversation ${conversationId} is closed`);
  return conversation;
};

export const continueConversation = (
  conversation: Conversation,
  { conversationId, turns, at }: ContinueConversation,
): ConversationEvent[] => {
  const { accountId, ticketId, language, heardBy, turnCount, characterCount } = requireOpen(
    conversation,
    conversationId,
  );
  requireRoom({
    turnCount: turnCount + turns.length,
    characterCount: characterCount + charactersOf(turns),
  });
  const about = { conversationId, accountId, ticketId, language, heardBy };
  const added = { ...about, turnsBefore: turnCount, turns };
  return [{ type: 'ConversationContinued', data: { ...added, at: at.toISOString() } }];
};

export const closeConversation = (
  conversation: Conversation,
  { conversationId, at }: Omit<ContinueConversation, 'turns'>,
): ConversationEvent[] => {
  const { accountId } = requireOpen(conversation, conversationId);
  return [
    { type: 'ConversationClosed', data: { conversationId, accountId, at: at.toISOString() } },
  ];
};

import {
  type ConversationEvent,
  type DataOf,
  type Turn,
  tieredSupportRoutes,
} from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { everyItem } from '../every-item.ts';
import type { RecordedConversation } from './conversation.ts';

const conversationAnswer = ({ version, state }: Read<RecordedConversation>) => {
  const { characterCount: _, ...seen } = state;
  return { ...seen, version };
};

const told = ['ConversationRecorded', 'ConversationContinued'] as const;
type Told = DataOf<ConversationEvent, (typeof told)[number]>;

/** Every turn, in the order in which they were told. */
export const turnsOf = async (
  { conversations }: Pick<Dependencies, 'conversations'>,
  conversationId: string,
): Promise<Turn[]> => {
  const facts = await everyItem((request) => conversations.history(conversationId, request, told));
  return facts.flatMap(({ data }) => (data as Told).turns);
};

export const readConversationRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readConversation, async ({ params: { conversationId } }) => {
    const read = await dependencies.conversations.read(conversationId);
    if (!exists(read)) return undefined;
    const turns = await turnsOf(dependencies, conversationId);
    // Something may have been added since the state was read; both are told as of that moment.
    return { ...conversationAnswer(read), turns: turns.slice(0, read.state.turnCount) };
  });

export const listConversationsRoute = ({ conversations }: Dependencies) =>
  answer(tieredSupportRoutes.listConversations, async ({ query }) => {
    const { accountId, ticketId, status, ...request } = query;
    const page = await conversations.list({ accountId, ticketId, status }, request);
    return { ...page, items: page.items.filter(exists).map(conversationAnswer) };
  });

export const readConversationHistoryRoute = ({ conversations }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readConversationHistory, conversations);

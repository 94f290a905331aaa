import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { eraseConversation } from './erase-conversation.ts';

export const eraseConversationRoute = ({ conversations }: Dependencies) =>
  answer(tieredSupportRoutes.eraseConversation, ({ params, because }) => {
    const command = { ...params, at: because.at };
    return conversations.erase(
      params.conversationId,
      (conversation, past) => eraseConversation(conversation, past, command),
      because,
    );
  });

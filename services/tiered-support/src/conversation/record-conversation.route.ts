import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { refuse } from './conversation.ts';
import {
  closeConversation,
  continueConversation,
  recordConversation,
} from './record-conversation.ts';

interface About {
  readonly ticketId?: string | undefined;
  readonly accountId: string;
}

const requireTicketOf = async ({ tickets }: Dependencies, { ticketId, accountId }: About) => {
  if (ticketId === undefined) return;
  const found = await tickets.read(ticketId);
  if (!exists(found) || found.state.accountId !== accountId)
    throw refuse('conversation-ticket-not-found', `Account ${accountId} has no ticket ${ticketId}`);
};

export const recordConversationRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.recordConversation, async ({ body, because, principal }) => {
    const { conversations, newId } = dependencies;
    await requireTicketOf(dependencies, body);
    const { conversationId = newId() } = body;
    const command = { ...body, conversationId, recordedBy: principal.subject, at: because.at };
    return conversations.create(
      conversationId,
      (conversation) => recordConversation(conversation, command),
      because,
    );
  });

export const continueConversationRoute = ({ conversations }: Dependencies) =>
  answer(tieredSupportRoutes.continueConversation, ({ params, body, because }) => {
    const command = { ...params, ...body, at: because.at };
    return conversations.change(
      params.conversationId,
      (conversation) => continueConversation(conversation, command),
      because,
    );
  });

export const closeConversationRoute = ({ conversations }: Dependencies) =>
  answer(tieredSupportRoutes.closeConversation, ({ params, because }) => {
    const command = { ...params, at: because.at };
    return conversations.change(
      params.conversationId,
      (conversation) => closeConversation(conversation, command),
      because,
    );
  });

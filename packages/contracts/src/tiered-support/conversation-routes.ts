import { z } from 'zod';
import { Id, Instant } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import {
  ConversationChannel,
  ConversationLanguage,
  Participant,
  Turn,
  Turns,
} from './conversation.ts';

const ConversationStatus = z.enum(['open', 'closed']);

const ListedConversation = z.object({
  conversationId: Id,
  accountId: Id,
  ticketId: Id.optional(),
  status: ConversationStatus,
  channel: ConversationChannel,
  language: ConversationLanguage,
  participants: z.array(Participant),
  heardBy: z.array(Id),
  startedAt: Instant,
  turnCount: z.int(),
  version: z.int(),
});

export const Conversation = z.object({ ...ListedConversation.shape, turns: z.array(Turn) });

export const conversationRoutes = {
  recordConversation: command('/v1/conversations', {
    summary: 'Record what was said with a customer; what they need is looked for in it',
    scope: 'support:work',
    creates: true,
    body: {
      conversationId: Id.optional(),
      accountId: Id,
      ticketId: Id.optional(),
      channel: ConversationChannel,
      language: ConversationLanguage.default('auto'),
      participants: z.array(Participant).max(50).default([]),
      startedAt: Instant.optional(),
      turns: Turns.default([]),
    },
  }),
  continueConversation: command('/v1/conversations/:conversationId/turns', {
    summary: 'Add what was said next',
    scope: 'support:work',
    body: { turns: Turns.min(1) },
  }),
  closeConversation: command('/v1/conversations/:conversationId/closure', {
    summary: 'Close a conversation: nothing more was said',
    scope: 'support:work',
    body: {},
  }),
  eraseConversation: command('/v1/conversations/:conversationId/erasure', {
    summary: 'Erase what was said in a conversation, and who of the customer took part',
    scope: 'support:write',
    needsReason: true,
    body: {},
  }),
  readConversation: query('/v1/conversations/:conversationId', {
    summary: 'One conversation with every turn',
    scope: 'support:read',
    answer: Conversation,
  }),
  listConversations: query('/v1/conversations', {
    summary: 'Conversations by id, without their turns, filtered',
    scope: 'support:read',
    filters: {
      ...paging,
      accountId: Id.optional(),
      ticketId: Id.optional(),
      status: ConversationStatus.optional(),
    },
    answer: page(ListedConversation),
  }),
  readConversationHistory: query('/v1/conversations/:conversationId/history', {
    summary: 'Every event of a conversation with actor, reason, time and cause',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};

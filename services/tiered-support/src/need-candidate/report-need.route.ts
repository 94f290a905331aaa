import { type NeedOrigin, type Turn, tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import { turnsOf } from '../conversation/read-conversation.route.ts';
import type { Dependencies } from '../dependencies.ts';
import { hearersOf } from '../hearers-of.ts';
import { needIdOf } from '../need-id.ts';
import { reportNeed, requireQuoted } from './find-need.ts';
import { heardByUntil } from './heard-by.ts';
import { refuse } from './need-candidate.ts';

interface Said {
  readonly turns: readonly Turn[];
  readonly heardBy: string[];
  /** Where it was said, as we know it and not as we were told. */
  readonly origin: NeedOrigin;
}

const notFound = (accountId: string) =>
  refuse(
    'need-origin-not-found',
    `There is no such conversation or message of account ${accountId}`,
  );

const saidInConversation = async (
  dependencies: Dependencies,
  { accountId, conversationId }: { readonly accountId: string; readonly conversationId: string },
): Promise<Said> => {
  const found = await dependencies.conversations.read(conversationId);
  if (!exists(found) || found.state.accountId !== accountId) throw notFound(accountId);
  const { heardBy, ticketId } = found.state;
  const turns = await turnsOf(dependencies, conversationId);
  return { turns, heardBy, origin: { conversationId, ticketId } };
};

const saidInTicket = async (
  dependencies: Dependencies,
  { accountId, ticketId, messageId }: NeedOrigin & { readonly accountId: string; ticketId: string },
): Promise<Said> => {
  const found = await dependencies.tickets.read(ticketId);
  if (!exists(found) || found.state.accountId !== accountId) throw notFound(accountId);
  const facts = await hearersOf(dependencies, ticketId);
  if (messageId === undefined)
    return {
      turns: [],
      heardBy: heardByUntil(facts, Number.POSITIVE_INFINITY),
      origin: { ticketId },
    };
  for (const { type, data, version } of facts)
    if (type === 'TicketMessageAdded' && data.messageId === messageId)
      return {
        turns: [data],
        heardBy: heardByUntil(facts, version),
        origin: { ticketId, messageId },
      };
  throw notFound(accountId);
};

/** The words that a need was heard in, and who heard them. */
const saidAt = async (
  dependencies: Dependencies,
  { accountId, origin }: { readonly accountId: string; readonly origin: NeedOrigin },
): Promise<Said> => {
  const { conversationId, ticketId, messageId } = origin;
  if (conversationId !== undefined)
    return saidInConversation(dependencies, { accountId, conversationId });
  if (ticketId !== undefined) return saidInTicket(dependencies, { accountId, ticketId, messageId });
  if (messageId !== undefined) throw notFound(accountId);
  return { turns: [], heardBy: [], origin: {} };
};

export const reportNeedRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.reportNeed, async ({ body, because, principal }) => {
    const { needCandidates, newId } = dependencies;
    const { turns, heardBy, origin } = await saidAt(dependencies, body);
    requireQuoted(body, turns);
    const isByHand = body.source.kind === 'hand';
    const needId = isByHand ? newId() : needIdOf({ ...body, origin });
    const hearers = isByHand && heardBy.length === 0 ? [principal.subject] : heardBy;
    const command = { ...body, origin, needId, heardBy: hearers, at: because.at };
    return needCandidates.create(needId, (need) => reportNeed(need, command), because);
  });

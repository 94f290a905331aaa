import { on } from '@steward/bus';
import {
  ConversationContinued,
  ConversationRecorded,
  type NeedOrigin,
  TicketMessageAdded,
} from '@steward/contracts';
import type { Because } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { hearersOf } from '../hearers-of.ts';
import { needIdOf } from '../need-id.ts';
import { findNeed } from './find-need.ts';
import { heardByUntil, isBroughtIn } from './heard-by.ts';
import type { Heard, MinedNeed } from './mine.ts';

interface Told {
  readonly accountId: string;
  readonly origin: NeedOrigin;
  readonly heardBy: string[];
}

/** So many are written in one transaction; whoever needs more than that is heard in several. */
const needsTogether = 100;

/**
 * The guard of the event comes with the last of them. If we are interrupted before that, all are found again, and
 * those that are there already stay as they are.
 */
const findTogether = async (
  { needCandidates, changeTogether }: Dependencies,
  mined: readonly MinedNeed[],
  { told, because }: { readonly told: Told; readonly because: Because },
) => {
  // What a miner tells twice is one need: two steps on it could never be taken together.
  const byId = new Map(
    mined.map((content) => [needIdOf({ ...content, origin: told.origin }), content]),
  );
  const steps = [...byId].map(([needId, content]) => {
    const command = { ...content, ...told, needId, at: because.at };
    return needCandidates.step(needId, (need) => findNeed(need, command));
  });
  const { guard: _, ...unguarded } = because;
  while (steps.length > needsTogether)
    await changeTogether(steps.splice(0, needsTogether), unguarded);
  return changeTogether(steps, because);
};

interface ToldConversation extends Heard, Omit<Told, 'origin'> {
  readonly conversationId: string;
  readonly ticketId?: string | undefined;
}

const findInConversation = async (
  dependencies: Dependencies,
  { conversationId, ticketId, accountId, heardBy, language, turns, turnsBefore }: ToldConversation,
  because: Because,
) => {
  const mined = await dependencies.mineNeeds({ language, turns, turnsBefore });
  if (mined.length === 0) return undefined;
  const told = { accountId, origin: { conversationId, ticketId }, heardBy };
  return findTogether(dependencies, mined, { told, because });
};

export const findNeedsInConversation = (dependencies: Dependencies) =>
  on(
    'findNeedsInConversation',
    [ConversationRecorded, ConversationContinued],
    ({ type, data, because }) => {
      const turnsBefore = type === 'ConversationContinued' ? data.turnsBefore : 0;
      return findInConversation(dependencies, { ...data, turnsBefore }, because);
    },
  );

export const findNeedsOnTicketMessageAdded = (dependencies: Dependencies) =>
  on('findNeedsOnTicketMessageAdded', TicketMessageAdded, async ({ data, version, because }) => {
    const { ticketId, accountId, messageId, from, text } = data;
    const turns = [{ from, text }];
    const mined = await dependencies.mineNeeds({ language: 'auto', turns, turnsBefore: 0 });
    if (mined.length === 0) return undefined;
    const facts = await hearersOf(dependencies, ticketId);
    if (isBroughtIn(facts)) return undefined;
    const told = {
      accountId,
      origin: { ticketId, messageId },
      heardBy: heardByUntil(facts, version),
    };
    return findTogether(dependencies, mined, { told, because });
  });

import { on } from '@steward/bus';
import {
  ConversationContinued,
  ConversationErased,
  ConversationRecorded,
  type DataOf,
  type NeedOrigin,
  type TicketEvent,
  TicketMessageAdded,
  TicketMessageErased,
} from '@steward/contracts';
import type { Because, Step } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { everyItem } from '../every-item.ts';
import { hearersOf } from '../hearers-of.ts';
import { needIdOf } from '../need-id.ts';
import { eraseNeedWords } from './erase-need-words.ts';
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
 * The guard of the event comes with the last of them. If we are interrupted before that, all are taken again, and
 * those that were taken already stay as they are.
 */
const takeTogether = async (
  { changeTogether }: Dependencies,
  steps: readonly Step[],
  because: Because,
) => {
  const { guard: _, ...unguarded } = because;
  const left = [...steps];
  while (left.length > needsTogether)
    await changeTogether(left.splice(0, needsTogether), unguarded);
  return left.length > 0 ? changeTogether(left, because) : undefined;
};

const findTogether = (
  dependencies: Dependencies,
  mined: readonly MinedNeed[],
  { told, because }: { readonly told: Told; readonly because: Because },
) => {
  // What a miner tells twice is one need: two steps on it could never be taken together.
  const byId = new Map(
    mined.map((content) => [needIdOf({ ...content, origin: told.origin }), content]),
  );
  const steps = [...byId].map(([needId, content]) => {
    const command = { ...content, ...told, needId, at: because.at };
    return dependencies.needCandidates.step(needId, (need) => findNeed(need, command));
  });
  return takeTogether(dependencies, steps, because);
};

/** Where a need was heard, as the backlog is asked for it. */
type HeardAt = { readonly accountId: string } & (
  | { readonly 'origin.conversationId': string }
  | { readonly 'origin.ticketId': string; readonly 'origin.messageId': string }
);

const eraseTogether = async (dependencies: Dependencies, heardAt: HeardAt, because: Because) => {
  const { needCandidates } = dependencies;
  const needs = await everyItem((request) => needCandidates.list(heardAt, request));
  const steps = needs.map(({ id }) =>
    needCandidates.erasing(id, (need, past) => eraseNeedWords(need, past, because)),
  );
  return takeTogether(dependencies, steps, because);
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

/** Words are read and erased by one consumer, so that no needs are found in them after their erasure. */
export const findNeedsInConversation = (dependencies: Dependencies) =>
  on(
    'findNeedsInConversation',
    [ConversationRecorded, ConversationContinued, ConversationErased],
    ({ type, data, because }) => {
      if (type === 'ConversationErased') {
        const { accountId, conversationId } = data;
        return eraseTogether(
          dependencies,
          { accountId, 'origin.conversationId': conversationId },
          because,
        );
      }
      const turnsBefore = type === 'ConversationContinued' ? data.turnsBefore : 0;
      return findInConversation(dependencies, { ...data, turnsBefore }, because);
    },
  );

const findInMessage = async (
  dependencies: Dependencies,
  { data, version }: { readonly data: DataOf<TicketEvent, 'TicketMessageAdded'>; version: number },
  because: Because,
) => {
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
};

export const findNeedsOnTicketMessageAdded = (dependencies: Dependencies) =>
  on(
    'findNeedsOnTicketMessageAdded',
    [TicketMessageAdded, TicketMessageErased],
    ({ type, data, version, because }) => {
      if (type === 'TicketMessageAdded')
        return findInMessage(dependencies, { data, version }, because);
      const { accountId, ticketId, messageId } = data;
      const heardAt = { accountId, 'origin.ticketId': ticketId, 'origin.messageId': messageId };
      return eraseTogether(dependencies, heardAt, because);
    },
  );

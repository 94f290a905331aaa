import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { LinkedFollowOn } from './follow-on.ts';

const followOnAnswer = ({ version, state }: Read<LinkedFollowOn>) => {
  const { isLinked: _, ...seen } = state;
  return { ...seen, people: [...state.people], version };
};

export const readFollowOnRoute = ({ followOns }: Dependencies) =>
  answer(tieredSupportRoutes.readFollowOn, async ({ params: { opportunityId } }) => {
    const read = await followOns.read(opportunityId);
    return exists(read) ? followOnAnswer(read) : undefined;
  });

export const listFollowOnsRoute = ({ followOns }: Dependencies) =>
  answer(tieredSupportRoutes.listFollowOns, async ({ query }) => {
    const { projectId, ...request } = query;
    const page = await followOns.list({ isLinked: true, projectId }, request);
    return { ...page, items: page.items.filter(exists).map(followOnAnswer) };
  });

export const readFollowOnHistoryRoute = ({ followOns }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readFollowOnHistory, followOns);

import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { KnownCannedAnswer } from './canned-answer.ts';

interface Uses {
  readonly cannedAnswerId: string;
  readonly uses: number;
  readonly lastUsedAt: string;
}

/** Canned answers, each with how often it was used. */
const withUses = async (
  { cannedAnswerUses }: Dependencies,
  found: readonly Read<KnownCannedAnswer>[],
) => {
  const ids = found.map(({ id }) => id);
  const counts = await cannedAnswerUses.aggregate<Uses>([
    { $match: { cannedAnswerId: { $in: ids } } },
    { $group: { _id: '$cannedAnswerId', uses: { $sum: 1 }, lastUsedAt: { $max: '$at' } } },
    { $project: { _id: 0, cannedAnswerId: '$_id', uses: 1, lastUsedAt: 1 } },
  ]);
  const usesOf = new Map(counts.map((count) => [count.cannedAnswerId, count]));
  return found.map(({ id, state, version }) => ({
    ...state,
    uses: 0,
    ...usesOf.get(id),
    version,
  }));
};

export const readCannedAnswerRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readCannedAnswer, async ({ params: { cannedAnswerId } }) => {
    const read = await dependencies.cannedAnswers.read(cannedAnswerId);
    const [found] = exists(read) ? await withUses(dependencies, [read]) : [];
    return found;
  });

export const listCannedAnswersRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.listCannedAnswers, async ({ query: { status, ...request } }) => {
    const page = await dependencies.cannedAnswers.list({ status }, request);
    return { ...page, items: await withUses(dependencies, page.items.filter(exists)) };
  });

export const readCannedAnswerHistoryRoute = ({ cannedAnswers }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readCannedAnswerHistory, cannedAnswers);

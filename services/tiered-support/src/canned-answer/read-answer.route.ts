import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, knownHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { KnownCannedAnswer } from './canned-answer.ts';

const cannedAnswer = ({ version, state }: Read<KnownCannedAnswer>) => ({ ...state, version });

export const readCannedAnswerRoute = ({ cannedAnswers }: Dependencies) =>
  answer(tieredSupportRoutes.readCannedAnswer, async ({ params: { cannedAnswerId } }) => {
    const read = await cannedAnswers.read(cannedAnswerId);
    return exists(read) ? cannedAnswer(read) : undefined;
  });

export const listCannedAnswersRoute = ({ cannedAnswers }: Dependencies) =>
  answer(tieredSupportRoutes.listCannedAnswers, async ({ query: { status, ...request } }) => {
    const page = await cannedAnswers.list({ status }, request);
    return { ...page, items: page.items.filter(exists).map(cannedAnswer) };
  });

export const readCannedAnswerHistoryRoute = ({ cannedAnswers }: Dependencies) =>
  answer(
    tieredSupportRoutes.readCannedAnswerHistory,
    async ({ params: { cannedAnswerId }, query }) =>
      knownHistory(await cannedAnswers.history(cannedAnswerId, query), query),
  );

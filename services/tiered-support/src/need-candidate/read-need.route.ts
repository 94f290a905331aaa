import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { KnownNeed } from './need-candidate.ts';

const needAnswer = ({ version, state }: Read<KnownNeed>) => ({ ...state, version });

export const readNeedCandidateRoute = ({ needCandidates }: Dependencies) =>
  answer(tieredSupportRoutes.readNeedCandidate, async ({ params: { needId } }) => {
    const read = await needCandidates.read(needId);
    return exists(read) ? needAnswer(read) : undefined;
  });

export const listNeedCandidatesRoute = ({ needCandidates }: Dependencies) =>
  answer(tieredSupportRoutes.listNeedCandidates, async ({ query }) => {
    const { status, kind, accountId, ...request } = query;
    const page = await needCandidates.list({ status, kind, accountId }, request);
    return { ...page, items: page.items.filter(exists).map(needAnswer) };
  });

export const readNeedCandidateHistoryRoute = ({ needCandidates }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readNeedCandidateHistory, needCandidates);

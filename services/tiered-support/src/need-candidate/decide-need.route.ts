import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { acceptNeed, rejectNeed } from './decide-need.ts';

export const acceptNeedRoute = ({ needCandidates }: Dependencies) =>
  answer(tieredSupportRoutes.acceptNeed, ({ params, body, because, principal }) => {
    const command = { ...params, ...body, decidedBy: principal.subject, at: because.at };
    return needCandidates.change(params.needId, (need) => acceptNeed(need, command), because);
  });

export const rejectNeedRoute = ({ needCandidates }: Dependencies) =>
  answer(tieredSupportRoutes.rejectNeed, ({ params, body, because, principal }) => {
    const command = { ...params, ...body, decidedBy: principal.subject, at: because.at };
    return needCandidates.change(params.needId, (need) => rejectNeed(need, command), because);
  });

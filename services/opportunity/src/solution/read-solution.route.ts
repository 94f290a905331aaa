import { opportunityRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, maySee } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { KnownSolution } from './solution.ts';

/** A solution as the outside sees it. */
const solutionAnswer = ({ version, state }: Read<KnownSolution>) => ({
  ...state,
  offeringIds: [...state.offeringIds],
  version,
});

export const readSolutionRoute = ({ solutions }: Dependencies) =>
  answer(opportunityRoutes.readSolution, async ({ params: { solutionId }, principal }) => {
    const read = await solutions.read(solutionId);
    return exists(read) && maySee(principal, { accountId: read.state.accountId })
      ? solutionAnswer(read)
      : undefined;
  });

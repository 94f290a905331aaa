import { opportunityRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { requireRights } from '../opportunity/require-rights.ts';
import { goLive } from './go-live.ts';

export const goLiveRoute = ({ opportunities, solutions }: Dependencies) =>
  answer(opportunityRoutes.goLive, async ({ params: { solutionId }, body, because, principal }) => {
    // A solution carries the id of its opportunity, and who may act on the one may act on the other.
    const read = await opportunities.read(solutionId);
    if (exists(read)) requireRights(read.state, principal);
    return solutions.change(
      solutionId,
      (solution) => goLive(solution, { ...body, solutionId, at: because.at }),
      because,
    );
  });

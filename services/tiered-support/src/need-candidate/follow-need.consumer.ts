import { on } from '@steward/bus';
import { OpportunityLost, OpportunityWon } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { loseNeed, winNeed } from './follow-need.ts';

/** Most opportunities come from no need of ours: their outcome changes nothing here. */
const cameFromNeed = async ({ needCandidates }: Dependencies, opportunityId: string) =>
  exists(await needCandidates.read(opportunityId));

export const winNeedOnOpportunityWon = (dependencies: Dependencies) =>
  on('winNeedOnOpportunityWon', OpportunityWon, async ({ data, because }) => {
    const { opportunityId, accountId, value } = data;
    if (!(await cameFromNeed(dependencies, opportunityId))) return undefined;
    const command = { opportunityId, accountId, value, at: because.at };
    const { needCandidates } = dependencies;
    return needCandidates.change(opportunityId, (need) => winNeed(need, command), because);
  });

export const loseNeedOnOpportunityLost = (dependencies: Dependencies) =>
  on('loseNeedOnOpportunityLost', OpportunityLost, async ({ data, because }) => {
    const { opportunityId, accountId, lossReason } = data;
    if (!(await cameFromNeed(dependencies, opportunityId))) return undefined;
    const command = { opportunityId, accountId, lossReason, at: because.at };
    const { needCandidates } = dependencies;
    return needCandidates.change(opportunityId, (need) => loseNeed(need, command), because);
  });

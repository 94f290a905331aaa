import { on } from '@steward/bus';
import { NeedAccepted } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { discoverFromNeed } from './discover-from-need.ts';

export const discoverOpportunityOnNeedAccepted = ({ opportunities }: Dependencies) =>
  on('discoverOpportunityOnNeedAccepted', NeedAccepted, async ({ data, because }) => {
    const { needId, accountId, title, heardBy, as } = data;
    if (as !== 'opportunity') return undefined;
    const command = { accountId, title, need: { needId, heardBy }, at: because.at };
    return opportunities.change(
      needId,
      (opportunity) => discoverFromNeed(opportunity, command),
      because,
    );
  });

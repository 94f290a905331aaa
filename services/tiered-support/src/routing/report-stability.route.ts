import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { stabilityOf, type Taken } from './stability.ts';

const utc = (moment: string | undefined): string | undefined =>
  moment === undefined ? undefined : new Date(moment).toISOString();

const takenBetween = (from: string | undefined, to: string | undefined) => [
  { $match: to === undefined ? {} : { firstAt: { $lt: to } } },
  {
    // Who had a ticket counts with all that they had, or the first week would know no customer who returns.
    $setWindowFields: {
      partitionBy: '$accountId',
      sortBy: { firstAt: 1 },
      output: { before: { $addToSet: '$agentIds', window: { documents: ['unbounded', -1] } } },
    },
  },
  { $match: from === undefined ? {} : { firstAt: { $gte: from } } },
  {
    $set: {
      before: {
        $reduce: { input: '$before', initialValue: [], in: { $setUnion: ['$$value', '$$this'] } },
      },
    },
  },
  {
    $group: {
      _id: '$firstAgentId',
      tickets: { $sum: 1 },
      returning: { $sum: { $cond: [{ $ne: ['$before', []] }, 1, 0] } },
      toEarlierHandler: { $sum: { $cond: [{ $in: ['$firstAgentId', '$before'] }, 1, 0] } },
    },
  },
  { $project: { _id: 0, agentId: '$_id', tickets: 1, returning: 1, toEarlierHandler: 1 } },
];

export const reportRoutingStabilityRoute = ({ ticketHandlers }: Dependencies) =>
  answer(tieredSupportRoutes.reportRoutingStability, async ({ query }) => {
    const from = utc(query.from);
    const to = utc(query.to);
    const taken = await ticketHandlers.aggregate<Taken>(takenBetween(from, to));
    return { from, to, ...stabilityOf(taken) };
  });

import { z } from 'zod';
import { Id, Instant, Money } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { NotRewardedBecause } from './follow-on.ts';
import { Reward } from './project-mechanism.ts';

export const FollowOn = z.object({
  opportunityId: Id,
  projectId: Id,
  accountId: Id,
  status: z.enum(['linked', 'rewarded', 'not-rewarded']),
  people: z.array(Id),
  reward: Reward,
  shares: z.array(z.object({ userId: Id, amount: Money })).optional(),
  because: NotRewardedBecause.optional(),
  since: Instant,
  version: z.int(),
});

export const followOnRoutes = {
  linkFollowOn: command('/v1/follow-ons', {
    summary: 'Let the people of a project share in an opportunity that follows from it',
    scope: 'support:write',
    creates: true,
    body: {
      opportunityId: Id,
      projectId: Id,
      /** Those whom the sharing mechanism names, where nobody is named here. */
      people: z.array(Id).min(1).max(50).optional(),
    },
  }),
  readFollowOn: query('/v1/follow-ons/:opportunityId', {
    summary: 'One opportunity that follows from a project, and what was shared of it',
    scope: 'support:read',
    answer: FollowOn,
  }),
  listFollowOns: query('/v1/follow-ons', {
    summary: 'Opportunities that follow from projects, by id, filtered',
    scope: 'support:read',
    filters: { ...paging, projectId: Id.optional() },
    answer: page(FollowOn),
  }),
  readFollowOnHistory: query('/v1/follow-ons/:opportunityId/history', {
    summary: 'Every event of a follow-on',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};

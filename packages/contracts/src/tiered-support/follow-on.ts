import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Money } from '../primitives.ts';
import { Reward } from './project-mechanism.ts';

const onOpportunity = { opportunityId: Id, at: Instant };
const onProject = { ...onOpportunity, projectId: Id, accountId: Id };

/** How an opportunity ended, kept for whoever links it to a project afterwards. */
export const FollowOnOutcomeNoted = event(
  'FollowOnOutcomeNoted',
  'tiered-support.follow-on.outcome-noted.v1',
  z.object({
    ...onOpportunity,
    /** Not there where nobody knew yet whose it was. */
    accountId: Id.optional(),
    /** Not there where it was lost. */
    value: Money.optional(),
  }),
);

/** The people of a project are to share in what follows from it, by the terms of that day. */
export const FollowOnLinked = event(
  'FollowOnLinked',
  'tiered-support.follow-on.linked.v1',
  z.object({ ...onProject, people: z.array(Id).min(1).max(50), reward: Reward }),
);

/** What each of them has earned. */
export const FollowOnRewarded = event(
  'FollowOnRewarded',
  'tiered-support.follow-on.rewarded.v1',
  z.object({
    ...onProject,
    value: Money,
    shares: z.array(z.object({ userId: Id, amount: Money })),
  }),
);

export const NotRewardedBecause = z.enum(['lost', 'nothing-to-share', 'currency-differs']);
export type NotRewardedBecause = z.output<typeof NotRewardedBecause>;

export const FollowOnNotRewarded = event(
  'FollowOnNotRewarded',
  'tiered-support.follow-on.not-rewarded.v1',
  z.object({ ...onProject, because: NotRewardedBecause }),
);

export const followOnNoun = noun('tiered-support.follow-on', [
  FollowOnOutcomeNoted,
  FollowOnLinked,
  FollowOnRewarded,
  FollowOnNotRewarded,
]);
export type FollowOnEvent = EventOf<(typeof followOnNoun.events)[number]>;

import type { FollowOnEvent, Money, NotRewardedBecause, Reward } from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

/** How an opportunity ended; without a value it was lost. */
export interface Outcome {
  readonly value?: Money | undefined;
}

export interface Link {
  readonly opportunityId: string;
  readonly projectId: string;
  readonly accountId: string;
  readonly people: readonly string[];
  /** As it was when it was linked; whoever revises the mechanism changes it for later ones. */
  readonly reward: Reward;
}

interface Share {
  readonly userId: string;
  readonly amount: Money;
}

/** An opportunity that follows from a project, in which those who serve the project share. */
export type FollowOn =
  | { readonly status: 'absent'; readonly outcome?: Outcome }
  | (Link & { readonly isLinked: true; readonly since: string } & (
        | { readonly status: 'linked' }
        | { readonly status: 'rewarded'; readonly shares: Share[] }
        | { readonly status: 'not-rewarded'; readonly because: NotRewardedBecause }
      ));
export type LinkedFollowOn = Existing<FollowOn>;

export const refuse = refusals({
  'follow-on-already-linked': 'conflict',
  'follow-on-without-sharing': 'conflict',
  'follow-on-without-people': 'invalid',
});

const settled = (followOn: LinkedFollowOn): Link & { isLinked: true; since: string } => {
  const { opportunityId, projectId, accountId, people, reward, since } = followOn;
  return { opportunityId, projectId, accountId, people, reward, since, isLinked: true };
};

const evolve = (followOn: FollowOn, { type, data }: FollowOnEvent): FollowOn => {
  switch (type) {
    case 'FollowOnOutcomeNoted':
      return followOn.status === 'absent'
        ? { ...followOn, outcome: { value: data.value } }
        : followOn;
    case 'FollowOnLinked': {
      const { at: since, ...link } = data;
      return { status: 'linked', ...link, since, isLinked: true };
    }
    case 'FollowOnRewarded':
      if (followOn.status === 'absent') return followOn;
      return { ...settled(followOn), status: 'rewarded', shares: data.shares };
    case 'FollowOnNotRewarded':
      if (followOn.status === 'absent') return followOn;
      return { ...settled(followOn), status: 'not-rewarded', because: data.because };
  }
};

export const followOn: Aggregate<FollowOn, FollowOnEvent> = {
  name: 'follow-on',
  initial: { status: 'absent' },
  evolve,
};

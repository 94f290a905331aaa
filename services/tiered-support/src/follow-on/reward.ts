import type { FollowOnEvent, Money, Reward } from '@steward/contracts';
import type { Link, Outcome } from './follow-on.ts';

const tenThousand = 10_000n;

/** What all share of a deal, in its minor unit; half of one is rounded up. */
export const sharedOf = (reward: Reward, value: Money): number =>
  reward.kind === 'fixed'
    ? reward.amount.amountMinor
    : Number(
        (BigInt(value.amountMinor) * BigInt(reward.basisPoints) + tenThousand / 2n) / tenThousand,
      );

/** Equal shares that are together the whole: what does not divide goes to those named first, one unit each. */
export const sharesOf = (amountMinor: number, people: readonly string[]): number[] => {
  const each = Math.floor(amountMinor / people.length);
  const left = amountMinor - each * people.length;
  return people.map((_, index) => (index < left ? each + 1 : each));
};

/** What the outcome of an opportunity means for those who are to share in it. */
export const settle = (link: Link, { value }: Outcome, at: Date): FollowOnEvent => {
  const { opportunityId, projectId, accountId, people, reward } = link;
  const fact = { opportunityId, projectId, accountId, at: at.toISOString() };
  const none = (because: 'lost' | 'currency-differs' | 'nothing-to-share'): FollowOnEvent => ({
    type: 'FollowOnNotRewarded',
    data: { ...fact, because },
  });
  if (!value) return none('lost');
  const { currency } = value;
  if (reward.kind === 'fixed' && reward.amount.currency !== currency)
    return none('currency-differs');
  const shared = value.amountMinor > 0 ? sharedOf(reward, value) : 0;
  if (shared === 0) return none('nothing-to-share');
  const amounts = sharesOf(shared, people);
  const shares = people.map((userId, index) => ({
    userId,
    amount: { amountMinor: amounts[index] ?? 0, currency },
  }));
  return { type: 'FollowOnRewarded', data: { ...fact, value, shares } };
};

import type { FollowOnEvent, Money } from '@steward/contracts';
import type { FollowOn } from './follow-on.ts';
import { settle } from './reward.ts';

export interface NoteOutcome {
  readonly opportunityId: string;
  readonly accountId?: string | undefined;
  /** Not there where it was lost. */
  readonly value?: Money | undefined;
  readonly at: Date;
}

/** An opportunity ends once. What nobody has linked is kept, because somebody may link it afterwards. */
export const noteOutcome = (followOn: FollowOn, { at, ...ended }: NoteOutcome): FollowOnEvent[] => {
  const isKnown = followOn.status === 'absent' ? followOn.outcome : followOn.status !== 'linked';
  if (isKnown) return [];
  if (followOn.status === 'linked') return [settle(followOn, ended, at)];
  return [{ type: 'FollowOnOutcomeNoted', data: { ...ended, at: at.toISOString() } }];
};

import type { GradeExplained, Money } from '@steward/contracts';
import { exists } from '@steward/domain';
import { currentTierPolicy } from './current-tier-policy.ts';
import type { Dependencies } from './dependencies.ts';
import { gradeOf } from './service-grade/grade-of.ts';

export interface ToGrade {
  readonly accountId: string;
  /** Of the project that it is about. */
  readonly value: Money | undefined;
  readonly isEntitled: boolean;
}

/** How well a customer is to be served; nothing while nobody has said what it is worth to us. */
export const gradeFor = async (
  dependencies: Pick<Dependencies, 'customerValues' | 'tierPolicies'>,
  { accountId, value, isEntitled }: ToGrade,
): Promise<GradeExplained | undefined> => {
  const valued = await dependencies.customerValues.read(accountId);
  if (!exists(valued)) return undefined;
  const { percentile } = valued.state;
  const { largeFromMinor } = (await currentTierPolicy(dependencies)).thresholds;
  return gradeOf({ percentile, projectValueMinor: value?.amountMinor, largeFromMinor, isEntitled });
};

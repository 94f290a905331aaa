import type { GradeExplained, Money } from '@steward/contracts';
import { exists } from '@steward/domain';
import { currentTierPolicy } from './current-tier-policy.ts';
import type { Dependencies } from './dependencies.ts';
import { gradeOf } from './service-grade/grade-of.ts';

/** What a customer asks about. */
interface AskedAbout {
  /** Of the project, if it is about one. */
  readonly value: Money | undefined;
  readonly isEntitled: boolean;
}
type Grader = (about: AskedAbout) => GradeExplained;

/** Grades what a customer asks about; nothing while nobody has said what the customer is worth to us. */
export const graderFor = async (
  dependencies: Pick<Dependencies, 'customerValues' | 'tierPolicies'>,
  { accountId }: { readonly accountId: string },
): Promise<Grader | undefined> => {
  const valued = await dependencies.customerValues.read(accountId);
  if (!exists(valued)) return undefined;
  const { percentile } = valued.state;
  const { largeFromMinor } = (await currentTierPolicy(dependencies)).thresholds;
  return ({ value, isEntitled }) =>
    gradeOf({ percentile, projectValueMinor: value?.amountMinor, largeFromMinor, isEntitled });
};

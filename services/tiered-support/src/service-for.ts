import type { Arrangement, Money, SlaMatch } from '@steward/contracts';
import { currentTierPolicy } from './current-tier-policy.ts';
import type { Dependencies } from './dependencies.ts';
import type { About } from './entitlement/choose-entitlement.ts';
import { entitlementFor } from './entitlement-for.ts';
import { graderFor } from './grader-for.ts';
import { requireProject } from './operated-project/require-project.ts';
import { termsFor } from './terms-for.ts';
import { arrangementByChannel } from './tier/arrangement.ts';

type Channel = NonNullable<SlaMatch['channels']>[number];

interface Asked extends About {
  readonly channel: Channel;
  readonly at: Date;
  readonly isBroughtIn: boolean;
  /** The only partner whose projects exist for whoever asks, where there is such a bound. */
  readonly partnerId?: string | undefined;
}

/** What a ticket takes over from the project that it is about. */
interface Served {
  readonly arrangement: Arrangement;
  readonly channel?: Channel;
  readonly branch?: string;
  readonly partnerId?: string | undefined;
}

const servedAs = async (
  dependencies: Dependencies,
  { accountId, projectId, partnerId, channel }: Asked,
): Promise<{ served: Served; value?: Money | undefined }> => {
  if (projectId === undefined) {
    const policy = await currentTierPolicy(dependencies);
    return { served: { arrangement: arrangementByChannel(policy, channel) } };
  }
  const found = await dependencies.projects.read(projectId);
  const project = requireProject({ projectId, accountId, partnerId }, found);
  const { value, arrangement, branch } = project;
  const served = { arrangement, channel: project.channel, branch, partnerId: project.partnerId };
  return { served, value };
};

/** What is brought in was paid for and graded where it was raised. */
const ranked = async (dependencies: Dependencies, asked: Asked) => {
  if (asked.isBroughtIn) return {};
  const [right, grade] = await Promise.all([
    entitlementFor(dependencies, asked),
    graderFor(dependencies, asked),
  ]);
  return { right, grade };
};

/** Who serves a new ticket, how well, what is promised for it, and what it is charged to. */
export const serviceFor = async (dependencies: Dependencies, asked: Asked) => {
  const [{ served, value }, { right, grade }] = await Promise.all([
    servedAs(dependencies, asked),
    ranked(dependencies, asked),
  ]);
  const explained = grade?.({ value, isEntitled: right?.isUsable ?? false });
  const rank = explained && { grade: explained.grade };
  const terms = await termsFor(dependencies, { ...asked, ...served, ...rank });
  return { ...served, ...rank, right, terms };
};

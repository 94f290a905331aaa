import type { Arrangement, Money, SlaMatch } from '@steward/contracts';
import { currentTierPolicy } from './current-tier-policy.ts';
import type { Dependencies } from './dependencies.ts';
import type { About } from './entitlement/choose-entitlement.ts';
import { entitlementFor } from './entitlement-for.ts';
import { gradeFor } from './grade-for.ts';
import { requireProject } from './operated-project/require-project.ts';
import { termsFor } from './terms-for.ts';
import { arrangementByChannel } from './tier/arrangement.ts';

type Channel = NonNullable<SlaMatch['channels']>[number];

interface Asked extends About {
  readonly channel: Channel;
  readonly at: Date;
  readonly isBroughtIn: boolean;
}

/** What a ticket takes over from the project that it is about. */
interface Served {
  readonly arrangement: Arrangement;
  readonly channel?: Channel;
  readonly branch?: string;
}

const servedAs = async (
  dependencies: Dependencies,
  { accountId, projectId, channel }: Asked,
): Promise<{ served: Served; value?: Money | undefined }> => {
  if (projectId === undefined) {
    const policy = await currentTierPolicy(dependencies);
    return { served: { arrangement: arrangementByChannel(policy, channel) } };
  }
  const found = await dependencies.projects.read(projectId);
  const { value, ...project } = requireProject({ projectId, accountId }, found);
  const { arrangement, channel: bought, branch } = project;
  return { served: { arrangement, channel: bought, branch }, value };
};

/** What is brought in was paid for and graded where it was raised. */
const rankOf = async (dependencies: Dependencies, asked: Asked, value: Money | undefined) => {
  if (asked.isBroughtIn) return {};
  const right = await entitlementFor(dependencies, asked);
  const isEntitled = right?.isUsable ?? false;
  const { accountId } = asked;
  const explained = await gradeFor(dependencies, { accountId, value, isEntitled });
  return { right, ...(explained && { grade: explained.grade }) };
};

/** Who serves a new ticket, how well, what is promised for it, and what it is charged to. */
export const serviceFor = async (dependencies: Dependencies, asked: Asked) => {
  const { served, value } = await servedAs(dependencies, asked);
  const rank = await rankOf(dependencies, asked, value);
  const terms = await termsFor(dependencies, { ...asked, ...served, ...rank });
  return { ...served, ...rank, terms };
};

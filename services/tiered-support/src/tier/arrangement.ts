import type { Arrangement } from '@steward/contracts';
import { type PolicyRow, type Project, tierPolicy } from './tier-policy.ts';

const fires = ({ when }: PolicyRow, project: Project): boolean =>
  (when.channel === undefined || when.channel === project.channel) &&
  (when.leader === undefined || when.leader === project.leader) &&
  (when.isLarge === undefined || when.isLarge === project.isLarge) &&
  (when.isComplex === undefined || when.isComplex === project.isComplex);

/** All rows that fire for a project: one, or the policy itself is wrong. */
export const rowsFor = (project: Project): PolicyRow[] =>
  tierPolicy.filter((row) => fires(row, project));

/** Which tier serves a project, by whom, and the row of the policy that says so. */
export const arrangementOf = (project: Project): Arrangement => {
  const [row, ...others] = rowsFor(project);
  if (!row || others.length > 0)
    throw new Error(`The tier policy is not decided for ${JSON.stringify(project)}`);
  return { tier: row.tier, servedBy: row.servedBy, policyRow: row.name };
};

// A delivered project that nobody names is taken for a small one of ours, whose row reports itself as a choice.
const unnamed = { leader: 'self', isLarge: false, isComplex: false } as const;

/** The arrangement where only the way of buying is known. */
export const arrangementByChannel = (channel: Project['channel']): Arrangement =>
  arrangementOf({ ...unnamed, channel });

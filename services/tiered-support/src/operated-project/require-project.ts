import { exists } from '@steward/domain';
import { type OpenedProject, type OperatedProject, refuse } from './operated-project.ts';

export interface WantedProject {
  readonly projectId: string;
  readonly accountId: string;
  /** The only partner whose projects exist for the caller, where there is such a bound. */
  readonly partnerId?: string | undefined;
}

/** The account's project of that id. One of another account or partner is as unknown as one that never was. */
export const requireProject = (
  { projectId, accountId, partnerId }: WantedProject,
  found: { readonly state: OperatedProject } | undefined,
): OpenedProject => {
  const isWanted =
    exists(found) &&
    found.state.accountId === accountId &&
    (partnerId === undefined || found.state.partnerId === partnerId);
  if (!isWanted)
    throw refuse(
      'operated-project-not-found',
      `Account ${accountId} has no operated project ${projectId}`,
    );
  return found.state;
};

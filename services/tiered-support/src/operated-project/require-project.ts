import { exists } from '@steward/domain';
import { type OpenedProject, type OperatedProject, refuse } from './operated-project.ts';

export interface WantedProject {
  readonly projectId: string;
  readonly accountId: string;
}

/** The account's project of that id. One of another account is as unknown as one that never was. */
export const requireProject = (
  { projectId, accountId }: WantedProject,
  found: { readonly state: OperatedProject } | undefined,
): OpenedProject => {
  if (!exists(found) || found.state.accountId !== accountId)
    throw refuse(
      'operated-project-not-found',
      `Account ${accountId} has no operated project ${projectId}`,
    );
  return found.state;
};

import type { ContactSide, OperatedProjectEvent } from '@steward/contracts';
import { factOf, type OnProject, type OperatedProject, requireOpened } from './operated-project.ts';

export interface HoldContact extends OnProject {
  readonly contactId: string;
  readonly side: ContactSide;
  readonly with: string;
  readonly summary: string;
}

export const holdContact = (
  project: OperatedProject,
  { projectId, at, ...held }: HoldContact,
): OperatedProjectEvent[] => {
  const opened = requireOpened(project, projectId);
  return [{ type: 'ProjectContactHeld', data: { ...factOf(opened, at), ...held } }];
};

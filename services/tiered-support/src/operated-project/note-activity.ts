import type { OperatedProjectEvent } from '@steward/contracts';
import { factOf, type OnProject, type OperatedProject } from './operated-project.ts';

const hourMs = 3_600_000;

export interface NoteActivity extends OnProject {
  readonly ticketId: string;
}

/**
 * A ticket of the project says that it lives. Once an hour is enough for a silence that is counted in days; what
 * is told late, and of projects that nobody has heard of, changes nothing.
 */
export const noteActivity = (
  project: OperatedProject,
  { ticketId, at }: NoteActivity,
): OperatedProjectEvent[] => {
  if (project.status === 'absent' || at.getTime() < Date.parse(project.heardAt) + hourMs) return [];
  return [{ type: 'ProjectActivityNoted', data: { ...factOf(project, at), ticketId } }];
};

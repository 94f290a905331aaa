import type { Mechanism, OperatedProjectEvent } from '@steward/contracts';
import {
  factOf,
  type OnProject,
  type OperatedProject,
  refuse,
  requireOpened,
} from './operated-project.ts';

export interface ReviewMechanism extends OnProject {
  readonly content: Mechanism;
}

const requireEachOnce = (content: Mechanism): void => {
  if (content.mechanism !== 'communication') return;
  const planned = new Set<string>();
  for (const { side, with: whom } of content.contacts) {
    const name = `${side} ${whom}`;
    if (planned.has(name))
      throw refuse('project-contact-planned-twice', `Contacts with ${name} are planned twice`);
    planned.add(name);
  }
};

export const reviewMechanism = (
  project: OperatedProject,
  { projectId, content, at }: ReviewMechanism,
): OperatedProjectEvent[] => {
  const opened = requireOpened(project, projectId);
  requireEachOnce(content);
  return [{ type: 'ProjectMechanismReviewed', data: { ...factOf(opened, at), content } }];
};

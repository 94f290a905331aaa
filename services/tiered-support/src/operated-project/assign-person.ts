import type { OperatedProjectEvent } from '@steward/contracts';
import {
  factOf,
  type OnProject,
  type OpenedProject,
  type OperatedProject,
  refuse,
  requireOpened,
} from './operated-project.ts';

const peopleMax = 100;

export interface AssignPerson extends OnProject {
  readonly userId: string;
  readonly role: string;
}

const isThere = ({ people }: OpenedProject, wanted: string): boolean =>
  people.some(({ userId }) => userId === wanted);

export const assignPerson = (
  project: OperatedProject,
  { projectId, userId, role, at }: AssignPerson,
): OperatedProjectEvent[] => {
  const opened = requireOpened(project, projectId);
  if (isThere(opened, userId))
    throw refuse('project-person-already-assigned', `${userId} is there for ${projectId} already`);
  if (opened.people.length >= peopleMax)
    throw refuse('project-people-too-many', `A project has ${peopleMax} people at most`);
  return [{ type: 'ProjectPersonAssigned', data: { ...factOf(opened, at), userId, role } }];
};

export interface ReleasePerson extends OnProject {
  readonly userId: string;
  readonly successorId?: string | undefined;
}

/** Whoever leaves hands over their role; what a project was given does not go away without a successor. */
export const releasePerson = (
  project: OperatedProject,
  { projectId, userId, successorId, at }: ReleasePerson,
): OperatedProjectEvent[] => {
  const opened = requireOpened(project, projectId);
  const leaving = opened.people.find((person) => person.userId === userId);
  if (!leaving)
    throw refuse('project-person-not-assigned', `${userId} is not there for ${projectId}`);
  if (successorId === userId)
    throw refuse('project-person-succeeds-themselves', `${userId} cannot take over from ${userId}`);
  if (successorId === undefined && opened.people.length === 1)
    throw refuse('project-would-be-left-alone', `${userId} is the last one of ${projectId}`);
  const fact = factOf(opened, at);
  const isNew = successorId !== undefined && !isThere(opened, successorId);
  const succession: OperatedProjectEvent[] = isNew
    ? [
        {
          type: 'ProjectPersonAssigned',
          data: { ...fact, userId: successorId, role: leaving.role },
        },
      ]
    : [];
  return [
    ...succession,
    {
      type: 'ProjectPersonReleased',
      data: { ...fact, userId, ...(successorId !== undefined && { successorId }) },
    },
  ];
};

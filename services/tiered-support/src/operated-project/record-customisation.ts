import type { Customisation, OperatedProjectEvent } from '@steward/contracts';
import {
  factOf,
  type OnProject,
  type OperatedProject,
  refuse,
  requireOpened,
} from './operated-project.ts';

const customisationsMax = 100;

export interface RecordCustomisation extends OnProject {
  readonly customisation: Customisation;
}

export const recordCustomisation = (
  project: OperatedProject,
  { projectId, customisation, at }: RecordCustomisation,
): OperatedProjectEvent[] => {
  const opened = requireOpened(project, projectId);
  const { customisationId } = customisation;
  const { customisations } = opened;
  if (customisations.some((one) => one.customisationId === customisationId))
    throw refuse(
      'project-customisation-already-recorded',
      `The customisation ${customisationId} was recorded before`,
    );
  if (customisations.length >= customisationsMax)
    throw refuse(
      'project-customisations-too-many',
      `A project has ${customisationsMax} customisations at most`,
    );
  const data = { ...factOf(opened, at), customisation };
  return [{ type: 'ProjectCustomisationRecorded', data }];
};

export interface WithdrawCustomisation extends OnProject {
  readonly customisationId: string;
}

export const withdrawCustomisation = (
  project: OperatedProject,
  { projectId, customisationId, at }: WithdrawCustomisation,
): OperatedProjectEvent[] => {
  const opened = requireOpened(project, projectId);
  if (!opened.customisations.some((one) => one.customisationId === customisationId))
    throw refuse(
      'project-customisation-not-found',
      `Project ${projectId} has no customisation ${customisationId}`,
    );
  const data = { ...factOf(opened, at), customisationId };
  return [{ type: 'ProjectCustomisationWithdrawn', data }];
};

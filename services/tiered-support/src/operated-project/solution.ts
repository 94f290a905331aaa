import { type OpenedProject, refuse } from './operated-project.ts';

/** What was made for a customer, and everything that it touches. */
export const solutionOf = (project: OpenedProject) => {
  const { projectId, solutionId, accountId, brand, customisations } = project;
  return {
    projectId,
    solutionId,
    accountId,
    brand,
    customisations: [...customisations],
    interfaces: customisations.flatMap(({ customisationId, interfaces }) =>
      interfaces.map((one) => ({ customisationId, ...one })),
    ),
    dependencies: customisations.flatMap(({ customisationId, dependencies }) =>
      dependencies.map((one) => ({ customisationId, ...one })),
    ),
  };
};

/** The project that a ticket is about; of one that is about none there is no solution to be shown. */
export const projectOf = ({
  ticketId,
  projectId,
}: {
  readonly ticketId: string;
  readonly projectId?: string | undefined;
}): string => {
  if (projectId === undefined)
    throw refuse('ticket-without-project', `Ticket ${ticketId} is about no operated project`);
  return projectId;
};

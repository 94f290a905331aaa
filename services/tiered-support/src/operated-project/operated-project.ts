import type { OperatedProjectEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

type Opened = Omit<OperatedProjectEvent['data'], 'at'>;

/** A delivered solution, kept in operation. */
export type OperatedProject =
  | { readonly status: 'absent' }
  | (Readonly<Opened> & { readonly status: 'operated'; readonly openedAt: string });
export type OpenedProject = Extract<OperatedProject, { status: 'operated' }>;

export const refuse = refusals({
  'operated-project-already-opened': 'conflict',
  'operated-project-not-found': 'notFound',
});

const evolve = (_: OperatedProject, { data }: OperatedProjectEvent): OperatedProject => {
  const { at: openedAt, ...opened } = data;
  return { status: 'operated', ...opened, openedAt };
};

export const operatedProject: Aggregate<OperatedProject, OperatedProjectEvent> = {
  name: 'operated-project',
  initial: { status: 'absent' },
  evolve,
};

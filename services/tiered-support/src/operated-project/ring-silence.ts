import type { OperatedProjectEvent } from '@steward/contracts';
import type { Decision } from '@steward/domain';
import { factOf, type OperatedProject, operatedProject } from './operated-project.ts';
import { alarmsOf } from './silence.ts';

const { evolve } = operatedProject;

/** Tells of a silence that has lasted long enough by a moment, once. */
export const ringSilence = (project: OperatedProject, by: Date): OperatedProjectEvent[] => {
  if (project.status === 'absent') return [];
  return alarmsOf(project)
    .filter(({ at }) => Date.parse(at) <= by.getTime())
    .map(({ type, since, days, at }) => ({
      type,
      data: { ...factOf(project, new Date(at)), since, days },
    }));
};

/** A quiet project that has given a sign of life is quiet no more. */
const endSilence = (before: OperatedProject, now: OperatedProject): OperatedProjectEvent[] => {
  if (before.status === 'absent' || now.status === 'absent') return [];
  if (!now.isQuiet || now.heardAt === before.heardAt) return [];
  return [{ type: 'ProjectHeardAgain', data: factOf(now, new Date(now.heardAt)) }];
};

type Decide = Decision<OperatedProject, OperatedProjectEvent>;

/** Around any decision: the silence before it is told first, and what it ends after it. */
export const amidSilence =
  (decision: Decide, at: Date): Decide =>
  (project) => {
    const rung = ringSilence(project, at);
    const before = rung.reduce(evolve, project);
    const facts = decision(before);
    return [...rung, ...facts, ...endSilence(before, facts.reduce(evolve, before))];
  };

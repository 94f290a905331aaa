import type { GradeExplained, GradePart, GradePool, ServiceGrade } from '@steward/contracts';

/** What is known of a customer and of the project that it asks about. */
export interface Graded {
  readonly percentile: number;
  /** In the ledger currency; nothing where it is about no project. */
  readonly projectValueMinor?: number | undefined;
  /** From where on a project counts as large. */
  readonly largeFromMinor: number;
  /** Whether something is left of a right to support for it. */
  readonly isEntitled: boolean;
}

interface Step {
  readonly from: number;
  readonly points: number;
  readonly why: string;
}

/** The first step that is reached; the last one of each list is reached by all. */
const reachedOf = <Any extends { readonly from: number }>(
  steps: readonly Any[],
  reached: number,
): Any => {
  const step = steps.find(({ from }) => reached >= from);
  if (!step) throw new Error(`No step is reached by ${reached}`);
  return step;
};

const all = Number.NEGATIVE_INFINITY;

// The customer counts most: it is there when the project is over.
const byPercentile: readonly Step[] = [
  { from: 90, points: 3, why: 'among the best tenth of all customers' },
  { from: 60, points: 2, why: 'among the best four tenths' },
  { from: 30, points: 1, why: 'among the best seven tenths' },
  { from: all, points: 0, why: 'among the last three tenths' },
];

const byShareOfLarge: readonly Step[] = [
  { from: 1, points: 2, why: 'a large project' },
  { from: 0.1, points: 1, why: 'at least a tenth of a large project' },
  { from: all, points: 0, why: 'a small project' },
];

interface GradeStep {
  readonly from: number;
  readonly grade: ServiceGrade;
  readonly pool: GradePool;
}

// Those who count most have people of our own who know them; those who count least, the partners'.
const byPoints: readonly GradeStep[] = [
  { from: 4, grade: 'gold', pool: 'team' },
  { from: 2, grade: 'silver', pool: 'operation' },
  { from: all, grade: 'bronze', pool: 'partner' },
];

const projectPart = ({ projectValueMinor, largeFromMinor }: Graded): Omit<Step, 'from'> =>
  projectValueMinor === undefined
    ? { points: 0, why: 'no project' }
    : reachedOf(byShareOfLarge, projectValueMinor / largeFromMinor);

/** How well a customer is served, who serves it, and why; each part gives points, and none takes any. */
export const gradeOf = (graded: Graded): GradeExplained => {
  const entitled = graded.isEntitled
    ? { points: 1, why: 'a right to support' }
    : { points: 0, why: 'no right to support, or nothing left of it' };
  const found = [
    ['customer-value', reachedOf(byPercentile, graded.percentile)],
    ['project-value', projectPart(graded)],
    ['entitlement', entitled],
  ] as const;
  const parts = found.map(([part, { points, why }]): GradePart => ({ part, points, why }));
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  const { grade, pool } = reachedOf(byPoints, points);
  return { grade, points, parts, pool };
};

import { z } from 'zod';

/** How much a customer and its project are to us, and so how good the people are that serve them. */
export const ServiceGrade = z.enum(['gold', 'silver', 'bronze']);
export type ServiceGrade = z.output<typeof ServiceGrade>;

/** Whose people serve a grade. */
export const GradePool = z.enum(['team', 'operation', 'partner']);
export type GradePool = z.output<typeof GradePool>;

/** One thing that a grade follows from: what is known of it, and how many points that gives. */
export const GradePart = z.object({
  part: z.enum(['customer-value', 'project-value', 'entitlement']),
  points: z.int(),
  why: z.string(),
});
export type GradePart = z.output<typeof GradePart>;

export const GradeExplained = z.object({
  grade: ServiceGrade,
  points: z.int(),
  parts: z.array(GradePart),
  pool: GradePool,
});
export type GradeExplained = z.output<typeof GradeExplained>;

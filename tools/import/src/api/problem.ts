import { z } from 'zod';
import type { Answer } from './exchange.ts';

const Problem = z.object({
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});

/** Why the platform said no: its permanent code, and a sentence for people. */
export interface Said {
  readonly code: string;
  readonly reason: string;
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    // What is not JSON is not a problem document, and that is the answer.
    return undefined;
  }
};

/** Reads a problem document (RFC 9457); nothing where the answer is not one of Steward. */
export const saidIn = ({ body }: Answer): Said | undefined => {
  const problem = Problem.safeParse(parsed(body));
  if (!problem.success) return undefined;
  const { code, detail, errors = [] } = problem.data;
  const faults = errors.map(({ pointer, detail }) => `${pointer} ${detail}`);
  return { code, reason: [code, detail, ...faults].filter(Boolean).join(': ') };
};

/** Why an answer is a refusal, for the report of bad rows. */
export const reasonIn = (answer: Answer): string =>
  saidIn(answer)?.reason ?? `It answered ${answer.status}`;

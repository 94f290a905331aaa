import type { AdditionalSkill, RequiredSkill } from '@steward/contracts';

/** How long a ticket waits before it gives up the next group of what it could do without. */
export const dropAfterMs = 5 * 60_000;

export interface Needs {
  readonly required?: readonly RequiredSkill[] | undefined;
  readonly additional?: readonly AdditionalSkill[] | undefined;
}

/**
 * What a ticket asks for after so long a wait. What is required it never gives up; of the rest all that has one
 * priority at a time, the highest number first and 0 last.
 */
export const skillsWanted = ({ required = [], additional = [] }: Needs, waitedMs: number) => {
  const groups = [...new Set(additional.map(({ priority }) => priority))].sort(
    (one, other) => other - one,
  );
  const count = Math.min(groups.length, Math.max(0, Math.floor(waitedMs / dropAfterMs)));
  const gone = groups.slice(0, count);
  const isGone = ({ priority }: AdditionalSkill) => gone.includes(priority);
  return {
    skills: [...required, ...additional.filter((skill) => !isGone(skill))],
    dropped: additional.filter(isGone).map(({ skill }) => skill),
    /** After how long a wait the next group is given up; absent where none is left. */
    nextDropAfterMs: count < groups.length ? (count + 1) * dropAfterMs : undefined,
  };
};

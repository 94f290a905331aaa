import type { Entry } from './columns.ts';

/** What the support report says once the log is imported. */
export interface SupportExpected {
  readonly tickets: number;
  readonly neverLeftFirstLine: number;
  readonly reachedThirdLine: number;
  readonly unclearLine: number;
  readonly finalStates: Readonly<Record<string, number>>;
}

const count = (
  cases: readonly (readonly Entry[])[],
  holds: (entries: readonly Entry[]) => boolean,
) => cases.filter(holds).length;

const was = (entries: readonly Entry[], level: Entry['level']): boolean =>
  entries.some((entry) => entry.level === level);

/** The words that the mapping gives states: the condition, with the reason where it waits. */
const labelOf = ({ condition, reason }: Entry): string =>
  reason === '' ? condition : `${condition} (${reason})`;

const finalStates = (cases: readonly (readonly Entry[])[]): Record<string, number> => {
  const states: Record<string, number> = {};
  for (const entries of cases) {
    const last = entries.at(-1);
    if (last) states[labelOf(last)] = (states[labelOf(last)] ?? 0) + 1;
  }
  return states;
};

export const supportExpected = (cases: readonly (readonly Entry[])[]): SupportExpected => ({
  tickets: cases.length,
  neverLeftFirstLine: count(cases, (entries) => entries.every(({ level }) => level === 'Desk')),
  reachedThirdLine: count(cases, (entries) => was(entries, 'Makers')),
  unclearLine: count(
    cases,
    (entries) => was(entries, 'Experts or Makers') && !was(entries, 'Makers'),
  ),
  finalStates: finalStates(cases),
});

import {
  type Arrangement,
  anyOther,
  type TierPolicyContent,
  type TierRow,
  type TierWhen,
} from '@steward/contracts';

type Rows = Pick<TierPolicyContent, 'rows'>;

/** All that the tier of a project follows from; where it stands in the company, as far as that is known. */
export type Project = TierWhen &
  Required<Pick<TierWhen, 'leader' | 'channel' | 'isLarge' | 'isComplex'>>;

/** What each company has its own values of. */
export const openDimensions = ['region', 'division', 'salesMode', 'productClass'] as const;

/** The values that a table tells apart. */
export const valuesIn = (
  rows: readonly TierRow[],
  name: (typeof openDimensions)[number],
): string[] => {
  const named = rows.map(({ when }) => when[name]).filter((value) => value !== undefined);
  return [...new Set([...named, anyOther])];
};

/** The project as the table sees it. */
const placedIn = (rows: readonly TierRow[], project: Project): Project => {
  const placed = openDimensions.map((name) => {
    const value = project[name] ?? anyOther;
    return [name, valuesIn(rows, name).includes(value) ? value : anyOther];
  });
  return { ...project, ...Object.fromEntries(placed) };
};

/** A row fires where everything that `when` names is so. */
const fires = ({ when }: TierRow, project: Project): boolean =>
  Object.entries(when).every(
    ([name, wanted]) => wanted === undefined || project[name as keyof Project] === wanted,
  );

/** All rows that fire for a project: one, or the policy itself is wrong. */
export const rowsFor = ({ rows }: Rows, project: Project): TierRow[] => {
  const placed = placedIn(rows, project);
  return rows.filter((row) => fires(row, placed));
};

/** Which tier serves a project, by whom, and the row of the policy that says so. */
export const arrangementOf = (policy: Rows, project: Project): Arrangement => {
  const [row, ...others] = rowsFor(policy, project);
  if (!row || others.length > 0)
    throw new Error(`The tier policy is not decided for ${JSON.stringify(project)}`);
  return { tier: row.tier, servedBy: row.servedBy, policyRow: row.name };
};

// A delivered project that nobody names is taken for a small one of ours, whose row reports itself as a choice.
const unnamed = { leader: 'self', isLarge: false, isComplex: false } as const;

/** The arrangement where only the way of buying is known. */
export const arrangementByChannel = (policy: Rows, channel: Project['channel']): Arrangement =>
  arrangementOf(policy, { ...unnamed, channel });

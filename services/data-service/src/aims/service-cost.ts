import { Line } from '@steward/contracts';
import { shareOf } from '../support/count-figures.ts';
import { exactSeconds } from '../support/durations.ts';

/** How many tickets were solved, and how long each line held them. */
export type HeldTime = Readonly<Record<Line | 'solved', number>>;

const none: HeldTime = { solved: 0, first: 0, second: 0, third: 0, unclear: 0 };

/** Asks for the time of all solved tickets in one answer, or in none where there are none. */
export const heldPipeline: readonly object[] = [
  { $match: { resolvedAt: { $ne: null } } },
  {
    $group: {
      _id: null,
      solved: { $sum: 1 },
      ...Object.fromEntries(Line.options.map((line) => [line, { $sum: `$heldSeconds.${line}` }])),
    },
  },
];

/** What solved tickets cost in time. */
export const serviceCost = ([held = none]: readonly HeldTime[]) => {
  const { solved } = held;
  const all = Line.options.reduce((sum, line) => sum + held[line], 0);
  const costOf = (seconds: number) => ({
    heldSeconds: exactSeconds(seconds),
    ...(solved > 0 && { perSolvedSeconds: exactSeconds(seconds / solved) }),
  });
  const lines = Line.options.map(
    (line) => [line, { ...costOf(held[line]), ...shareOf(held[line], all) }] as const,
  );
  return {
    solved,
    ...costOf(all),
    lines: Object.fromEntries(lines) as Record<Line, (typeof lines)[number][1]>,
  };
};

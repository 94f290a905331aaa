export interface LagOfEntry {
  readonly cameAt: string;
  readonly lagSeconds: number;
  readonly isLate: boolean;
}

const nineOfTen = 0.9;

const figures = (entries: readonly LagOfEntry[]) => {
  const count = entries.length;
  if (count === 0) return { entries: 0 };
  const lags = entries.map(({ lagSeconds }) => lagSeconds).sort((one, other) => one - other);
  return {
    entries: count,
    meanSeconds: lags.reduce((sum, lag) => sum + lag, 0) / count,
    p90Seconds: lags[Math.ceil(count * nineOfTen) - 1],
    maxSeconds: lags.at(-1),
    shareWithinLimit: entries.filter(({ isLate }) => !isLate).length / count,
  };
};

/** How late lines came, in all and by the day in UTC on which they did; the latest day first. */
export const lagFigures = (entries: readonly LagOfEntry[]) => {
  const byDay = Map.groupBy(entries, ({ cameAt }) => cameAt.slice(0, 'YYYY-MM-DD'.length));
  const days = [...byDay.keys()].sort().reverse();
  return {
    ...figures(entries),
    days: days.map((day) => ({ day, ...figures(byDay.get(day) ?? []) })),
  };
};

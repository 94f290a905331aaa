import type { Sample } from './benchmark.ts';
import { type Comparison, cpuPerUnit } from './compare.ts';
import type { Outcome } from './run-benchmark.ts';
import { median } from './statistics.ts';

/** Three digits that count, as a person would say it. */
export const shown = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en').replaceAll(',', ' ');
  return String(Number(value.toPrecision(3)));
};

const columns = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
};

const middleOf = (samples: readonly Sample[], read: (sample: Sample) => number | undefined) => {
  const values = samples.map(read).filter((value) => value !== undefined);
  return values.length === 0 ? Number.NaN : median(values);
};

const namesIn = (outcome: Outcome, read: (sample: Sample) => object | undefined): string[] => {
  const all = Object.values(outcome.samples).flat();
  return [...new Set(all.flatMap((sample) => Object.keys(read(sample) ?? {})))];
};

const figureRows = (outcome: Outcome): string[][] => {
  const { unit } = outcome;
  const servers = namesIn(outcome, ({ cpuSeconds }) => cpuSeconds).filter(
    (name) => name !== 'itself',
  );
  const own = namesIn(outcome, ({ figures }) => figures);
  const head = [
    'median of rounds',
    `${unit}s/s`,
    'p50 ms',
    'p99 ms',
    `CPU µs/${unit}`,
    ...servers.map((name) => `${name} µs/${unit}`),
    ...own,
  ];
  const rows = Object.entries(outcome.samples).map(([name, samples]) => [
    name,
    shown(middleOf(samples, ({ units, seconds }) => units / seconds)),
    shown(middleOf(samples, ({ p50Ms }) => p50Ms)),
    shown(middleOf(samples, ({ p99Ms }) => p99Ms)),
    shown(middleOf(samples, (sample) => cpuPerUnit(sample))),
    ...servers.map((server) => shown(middleOf(samples, (sample) => cpuPerUnit(sample, server)))),
    ...own.map((figure) => shown(middleOf(samples, ({ figures }) => figures?.[figure]))),
  ]);
  return [head, ...rows];
};

const verdicts: Record<Comparison['verdict'], string> = {
  met: 'met',
  unsure: 'not met: only the median is there, not the worse quartile',
  short: 'not met',
  'not measured': 'not measured',
};

const comparisonRows = ({ comparisons }: Outcome): string[][] => [
  ['above 1 ours is better', 'median', 'quartiles', 'CPU ratio', 'to reach', ''],
  ...comparisons.map(({ of, target, spread, cpuRatio, verdict }) => [
    of,
    spread ? shown(spread.median) : '–',
    spread ? `${shown(spread.lowerQuartile)} … ${shown(spread.upperQuartile)}` : '–',
    cpuRatio === undefined ? '' : shown(cpuRatio),
    target,
    verdicts[verdict],
  ]),
];

/** What was measured, for people. */
export const tableOf = (outcome: Outcome): string => {
  const { name, work, rounds, notMeasured } = outcome;
  const lines = [`${name}: ${work}`, `  ${rounds} rounds`, '', ...columns(figureRows(outcome)), ''];
  lines.push(...columns(comparisonRows(outcome)));
  for (const [contender, reason] of Object.entries(notMeasured))
    lines.push(`  ${contender}: not measured: ${reason}`);
  return `${lines.join('\n')}\n`;
};

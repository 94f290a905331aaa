import type { BoundTarget, Measure, RatioTarget, Sample, Target } from './benchmark.ts';
import { pairedRatios, type Spread, spread, type Verdict, verdictOf } from './statistics.ts';

/** The samples of each contender, one for each round. */
export type Samples = Readonly<Record<string, readonly Sample[]>>;

export interface Comparison {
  /** What is held against what, in words. */
  readonly of: string;
  readonly target: string;
  /** Where nothing could be measured there is no spread. */
  readonly spread?: Spread;
  /** The ratio of the CPU time of a unit, whatever the target is about. */
  readonly cpuRatio?: number;
  readonly verdict: Verdict | 'not measured';
}

const microsecondsPerSecond = 1e6;

/** CPU time of one unit, of the contender or of a server. */
export const cpuPerUnit = ({ units, cpuSeconds }: Sample, of = 'itself'): number =>
  ((cpuSeconds[of] ?? Number.NaN) * microsecondsPerSecond) / units;

const read = (sample: Sample, measure: Measure): number => {
  if (measure === 'rate') return sample.units / sample.seconds;
  if (measure === 'cpu') return cpuPerUnit(sample);
  if (measure === 'p50') return sample.p50Ms ?? Number.NaN;
  if (measure === 'p99') return sample.p99Ms ?? Number.NaN;
  return sample.figures?.[measure.figure] ?? Number.NaN;
};

const betterOf = (measure: Measure): 'higher' | 'lower' => {
  if (typeof measure === 'object') return measure.better;
  return measure === 'rate' ? 'higher' : 'lower';
};

const nameOf = (measure: Measure): string =>
  typeof measure === 'object' ? measure.figure : measure;

const ratiosOf = (
  samples: Samples,
  { subject, baseline, measure }: { subject: string; baseline: string; measure: Measure },
): number[] => {
  const values = (name: string) => (samples[name] ?? []).map((sample) => read(sample, measure));
  return pairedRatios(values(subject), values(baseline), betterOf(measure));
};

const compareRatio = (
  { subject, baseline, measure = 'rate', reach }: RatioTarget & { subject: string },
  samples: Samples,
): Comparison => {
  const words = {
    of: `${subject} : ${baseline}, ${nameOf(measure)}`,
    target: `≥ ${Math.round(reach * 100) / 100}`,
  };
  if (!samples[subject]?.length || !samples[baseline]?.length)
    return { ...words, verdict: 'not measured' };
  const found = spread(ratiosOf(samples, { subject, baseline, measure }));
  const cpuRatio = spread(ratiosOf(samples, { subject, baseline, measure: 'cpu' })).median;
  return { ...words, spread: found, cpuRatio, verdict: verdictOf(found, { atLeast: reach }) };
};

const compareBound = (
  { subject, figure, atLeast, atMost }: BoundTarget & { subject: string },
  samples: Samples,
): Comparison => {
  const bounds = [
    ...(atLeast === undefined ? [] : [`≥ ${atLeast}`]),
    ...(atMost === undefined ? [] : [`≤ ${atMost}`]),
  ];
  const words = { of: `${subject}, ${figure}`, target: bounds.join(' ') };
  const values = (samples[subject] ?? []).map((sample) => sample.figures?.[figure] ?? Number.NaN);
  if (values.length === 0) return { ...words, verdict: 'not measured' };
  const found = spread(values);
  const limits = {
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && { atMost }),
  };
  return { ...words, spread: found, verdict: verdictOf(found, limits) };
};

/** Holds what was measured against the targets, round by round. */
export const compare = (targets: readonly Target[], ours: string, samples: Samples): Comparison[] =>
  targets.map((target) =>
    'baseline' in target
      ? compareRatio({ subject: ours, ...target }, samples)
      : compareBound({ subject: ours, ...target }, samples),
  );

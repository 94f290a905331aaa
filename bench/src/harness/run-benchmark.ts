import type { Benchmark, Contender, Ground, Sample, Setting } from './benchmark.ts';
import { type Comparison, compare, type Samples } from './compare.ts';
import { takeSample } from './take-sample.ts';

export interface Outcome {
  readonly name: string;
  readonly work: string;
  readonly unit: string;
  readonly rounds: number;
  readonly samples: Samples;
  /** Why a contender has no samples. */
  readonly notMeasured: Readonly<Record<string, string>>;
  /** Whether a contender that is here did not do its work. */
  readonly hasFailed: boolean;
  readonly comparisons: readonly Comparison[];
}

const roundsMeant = { full: 7, quick: 3 };
const nothing: Ground = { close: async () => undefined };

/** Each round begins with another contender, so that none always follows the same one. */
const inTurn = <Item>(items: readonly Item[], round: number): Item[] => {
  const from = round % Math.max(1, items.length);
  return [...items.slice(from), ...items.slice(0, from)];
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`);

/** Runs every contender once in every round. One that fails is left out from then on, and said to have failed. */
const runRounds = async (
  contenders: readonly Contender[],
  rounds: number,
  sampleOf: (contender: Contender) => Promise<Sample>,
  tell: (line: string) => void,
) => {
  const samples: Record<string, Sample[]> = {};
  const failed: Record<string, string> = {};
  for (let round = 0; round < rounds; round += 1)
    for (const contender of inTurn(contenders, round)) {
      const { name } = contender;
      if (name in failed) continue;
      tell(`  round ${round + 1} of ${rounds}: ${name}`);
      try {
        const taken = samples[name] ?? [];
        samples[name] = taken;
        taken.push(await sampleOf(contender));
      } catch (error) {
        failed[name] = `failed: ${reasonOf(error)}`;
        delete samples[name];
      }
    }
  return { samples, failed };
};

/** Runs a benchmark: the ground first, then rounds, then the comparison. */
export const runBenchmark = async (
  benchmark: Benchmark,
  setting: Setting,
  roundsWanted?: number,
): Promise<Outcome> => {
  const { name, work, unit, contenders, targets } = benchmark;
  const rounds =
    roundsWanted ?? (benchmark.rounds ?? roundsMeant)[setting.isQuick ? 'quick' : 'full'];
  const absent = contenders.flatMap((contender) => {
    const reason = contender.missing?.();
    return reason === undefined ? [] : [[contender.name, reason] as const];
  });
  const missing: Record<string, string> = Object.fromEntries(absent);
  const present = contenders.filter((contender) => !(contender.name in missing));

  const ground = (await benchmark.prepare?.(setting)) ?? nothing;
  try {
    const { samples, failed } = await runRounds(
      present,
      rounds,
      (contender) => takeSample(contender, ground, setting),
      setting.tell,
    );
    const comparisons = compare(targets, contenders[0]?.name ?? '', samples);
    const hasFailed = Object.keys(failed).length > 0;
    const notMeasured = { ...missing, ...failed };
    return { name, work, unit, rounds, samples, notMeasured, hasFailed, comparisons };
  } finally {
    await ground.close();
  }
};

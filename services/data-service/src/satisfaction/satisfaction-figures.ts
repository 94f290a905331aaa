/** How often customers gave one score. */
export interface ScoreCount {
  readonly score: number;
  readonly count: number;
}

/** Asks for the answers by score, reading none but the tickets that were rated. */
export const scoresPipeline: readonly object[] = [
  { $match: { ratings: { $gte: 1 } } },
  { $unwind: '$ratings' },
  { $group: { _id: '$ratings', count: { $sum: 1 } } },
  { $project: { _id: 0, score: '$_id', count: 1 } },
];

const scale = [1, 2, 3, 4, 5];
const satisfiedFrom = 4;

export const satisfactionFigures = (counts: readonly ScoreCount[]) => {
  const ratings = counts.reduce((sum, { count }) => sum + count, 0);
  const total = counts.reduce((sum, { score, count }) => sum + score * count, 0);
  const satisfied = counts
    .filter(({ score }) => score >= satisfiedFrom)
    .reduce((sum, { count }) => sum + count, 0);
  const countOf = (score: number) => counts.find((count) => count.score === score)?.count ?? 0;
  return {
    ratings,
    ...(ratings > 0 && { csat: satisfied / ratings, mean: total / ratings }),
    scores: Object.fromEntries(scale.map((score) => [score, countOf(score)])),
  };
};

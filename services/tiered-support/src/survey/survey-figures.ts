import type { SurveyStatus } from '@steward/contracts';

/** How many surveys have come to one end, with one score where it has one. */
export interface ResultCount {
  readonly status: SurveyStatus;
  readonly score?: number | null;
  readonly count: number;
}

const satisfiedFrom = 4;

const sum = (counts: readonly ResultCount[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

/** The figures of a summary. Whoever was called off could not answer, so they lower no rate. */
export const surveyFigures = (counts: readonly ResultCount[]) => {
  const among = (status: SurveyStatus) => sum(counts.filter((one) => one.status === status));
  const scored = (score: number) => sum(counts.filter((one) => one.score === score));
  const [open, answered, expired] = [among('offered'), among('answered'), among('expired')];
  const [cancelled, withheld] = [among('cancelled'), among('withheld')];
  const answerable = open + answered + expired;
  const total = [1, 2, 3, 4, 5].reduce((points, score) => points + score * scored(score), 0);
  const satisfied = sum(counts.filter(({ score }) => (score ?? 0) >= satisfiedFrom));
  return {
    offered: answerable + cancelled,
    withheld,
    open,
    answered,
    expired,
    cancelled,
    ...(answerable > 0 && { responseRate: answered / answerable }),
    ...(answered > 0 && { mean: total / answered, csat: satisfied / answered }),
    scores: { 1: scored(1), 2: scored(2), 3: scored(3), 4: scored(4), 5: scored(5) },
  };
};

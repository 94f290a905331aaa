/** From when, and until before when; either may be left open. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

// Moments are kept in UTC to the millisecond, so that their texts compare as they do.
const utc = (moment: string): string => new Date(moment).toISOString();

/** The stage that leaves only what happened in a period, by the field that says when. */
export const within = (field: string, { from, to }: Period): object[] => [
  ...(from === undefined ? [] : [{ $match: { [field]: { $gte: utc(from) } } }]),
  ...(to === undefined ? [] : [{ $match: { [field]: { $lt: utc(to) } } }]),
];

/** Two teams between which tickets went back. */
export interface TeamPair {
  readonly teams: string[];
  readonly tickets: number;
  readonly returns: number;
}

/** Somebody who had tickets wait for the user. */
export interface UserWaiter {
  readonly key: string;
  readonly tickets: number;
  readonly waits: number;
  readonly seconds: number;
}

/** Asks for the teams between which most tickets went back. */
export const pairsPipeline = (top: number): object[] => [
  { $unwind: '$returnsBetween' },
  {
    $group: {
      // Not the pair as it is: arrays are sorted by their least item alone, which leaves their order open.
      _id: { one: { $first: '$returnsBetween.teams' }, other: { $last: '$returnsBetween.teams' } },
      tickets: { $sum: 1 },
      returns: { $sum: '$returnsBetween.returns' },
    },
  },
  { $sort: { returns: -1, _id: 1 } },
  { $limit: top },
  { $project: { _id: 0, teams: ['$_id.one', '$_id.other'], tickets: 1, returns: 1 } },
];

/** Asks who had tickets wait for the user most often. A ticket counts once for each, however often it waited. */
export const waitersPipeline = (by: 'team' | 'agent', top: number): object[] => [
  { $unwind: '$waitsOnUser' },
  {
    $group: {
      _id: { ticket: '$_id', key: { $ifNull: [`$waitsOnUser.${by}`, '(none)'] } },
      waits: { $sum: '$waitsOnUser.waits' },
      seconds: { $sum: '$waitsOnUser.seconds' },
    },
  },
  {
    $group: {
      _id: '$_id.key',
      tickets: { $sum: 1 },
      waits: { $sum: '$waits' },
      seconds: { $sum: '$seconds' },
    },
  },
  { $sort: { waits: -1, _id: 1 } },
  { $limit: top },
  { $project: { _id: 0, key: '$_id', tickets: 1, waits: 1, seconds: { $round: ['$seconds', 3] } } },
];

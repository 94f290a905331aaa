import { type Durations, durationsOf } from './durations.ts';
import { type Grouping, keyed } from './ticket-grouping.ts';

/** The times of some tickets of one group, as numbers and nothing else. */
export interface TicketTimes {
  readonly key: string;
  readonly response: readonly number[];
  readonly resolution: readonly number[];
}

/** The groups whose times are wanted. */
export interface WantedGroups {
  readonly grouping: Grouping;
  readonly keys: readonly string[];
}

const wantedStages = ({ grouping, keys }: WantedGroups) => [
  ...keyed(grouping),
  { $match: { key: { $in: keys } } },
];

/**
 * Asks for all times at once, of all tickets or of some groups. They come in portions of a month, so that
 * none outgrows what the database puts into one document, and only the numbers travel.
 */
export const timesPipeline = (wanted?: WantedGroups): object[] => [
  ...(wanted ? wantedStages(wanted) : [{ $set: { key: '' } }]),
  {
    $group: {
      _id: { key: '$key', month: { $substrBytes: ['$raisedAt', 0, 7] } },
      response: { $push: '$responseSeconds' },
      resolution: { $push: '$resolutionSeconds' },
    },
  },
  { $project: { _id: 0, key: '$_id.key', response: 1, resolution: 1 } },
];

export interface TimeFigures {
  readonly response: Durations;
  readonly resolution: Durations;
}

export const timeFigures = (portions: readonly TicketTimes[]): TimeFigures => ({
  response: durationsOf(portions.map(({ response }) => response)),
  resolution: durationsOf(portions.map(({ resolution }) => resolution)),
});

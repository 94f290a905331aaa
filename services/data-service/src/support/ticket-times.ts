import { type Durations, durationsOf } from './durations.ts';
import { type Grouping, keyed } from './ticket-grouping.ts';

/** The times of some tickets of one group, as numbers and nothing else. */
export interface TicketTimes {
  readonly key: string;
  readonly response: readonly number[];
  readonly resolution: readonly number[];
  readonly resolutionWithReturns: readonly number[];
  readonly resolutionWithoutReturns: readonly number[];
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

const hasReturned = { $gt: ['$returns', 0] };
const resolutionWhere = (condition: unknown) => ({
  $push: { $cond: [condition, '$resolutionSeconds', '$$REMOVE'] },
});

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
      resolutionWithReturns: resolutionWhere(hasReturned),
      resolutionWithoutReturns: resolutionWhere({ $not: hasReturned }),
    },
  },
  { $set: { key: '$_id.key' } },
  { $unset: '_id' },
];

export type TimeFigures = Readonly<Record<keyof Omit<TicketTimes, 'key'>, Durations>>;

export const timeFigures = (portions: readonly TicketTimes[]): TimeFigures => {
  const of = (name: keyof TimeFigures) => durationsOf(portions.map((portion) => portion[name]));
  return {
    response: of('response'),
    resolution: of('resolution'),
    resolutionWithReturns: of('resolutionWithReturns'),
    resolutionWithoutReturns: of('resolutionWithoutReturns'),
  };
};

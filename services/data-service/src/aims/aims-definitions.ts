import { supportDefinitions } from '../support/support-definitions.ts';

/** What each figure of the report on the aims of service means, by its place in the report. */
export const aimsDefinitions = {
  period:
    'tickets raised, and opportunities discovered, at `from` or later and before `to`, with all that has become of them since; without either, all',
  tickets: 'tickets that were raised',
  'cost.solved': supportDefinitions['pushToFront.solved'],
  'cost.heldSeconds':
    'how long desks held the solved tickets until they handed them over, resolved or cancelled them, waiting included',
  'cost.perSolvedSeconds': 'that time divided by the solved tickets',
  'cost.lines':
    'the same of each line: its time, its share of the time of all lines, and its time divided by all solved tickets, so that lines add up to the whole',
  'efficiency.response': supportDefinitions.response,
  'efficiency.resolution': supportDefinitions.resolution,
  'efficiency.pushToFront':
    'solved tickets by the furthest line that ever held them; the share is of those that the first line solved alone',
  'satisfaction.ratings': 'one for each resolution that a customer rated, from 1 to 5',
  'satisfaction.csat': 'the share of 4 and 5 among the ratings',
  'satisfaction.mean': 'the mean score',
  'sales.opportunities': 'opportunities that came of a need that service heard of',
  'sales.open': 'those of them that are neither won nor lost',
  'sales.won': 'those of them that are won',
  'sales.lost': 'those of them that are lost',
  'sales.wonValue': 'what they were won for, each currency by itself, most frequent first',
} as const;

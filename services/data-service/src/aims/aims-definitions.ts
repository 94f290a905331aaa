/** What each figure of the report on the aims of service means, by its place in the report. */
export const aimsDefinitions = {
  period:
    'tickets raised, and opportunities discovered, at `from` or later and before `to`, with all that has become of them since; without either, all',
  tickets: 'tickets that were raised',
  'cost.solved': 'tickets that were resolved and not reopened since',
  'cost.heldSeconds':
    'how long desks held the solved tickets until they handed them over, resolved or cancelled them, waiting included',
  'cost.perSolvedSeconds': 'that time divided by the solved tickets',
  'cost.lines':
    'the same of each line: its time, its share of the time of all lines, and its time divided by all solved tickets, so that lines add up to the whole',
  'efficiency.response':
    'from raised to the first work; a ticket that was solved without a word on when work began counts its resolution as the first work',
  'efficiency.resolution':
    'from raised to the last time it was resolved, waiting included; a reopened ticket has none until it is resolved again',
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

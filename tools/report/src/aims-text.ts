import type { AimsReport } from '@steward/contracts';
import { furthestText } from './support-habits-text.ts';
import { timesText } from './support-text.ts';
import { figuresText, noted, tableText, together } from './table.ts';
import {
  countWords,
  decimalWords,
  durationWords,
  moneyWords,
  nothing,
  shareOf,
  shareWords,
} from './words.ts';

type Report = ReturnType<typeof AimsReport.parse>;

const costText = ({ cost, definitions }: Report): string => {
  const total = { ...cost, share: cost.heldSeconds > 0 ? 1 : undefined };
  return tableText(
    'Cost',
    [
      { name: 'line', of: ([line]) => line, isWords: true, ...noted(definitions['cost.lines']) },
      {
        name: 'held',
        of: ([, { heldSeconds }]) => durationWords(heldSeconds),
        ...noted(definitions['cost.heldSeconds']),
      },
      { name: 'share', of: ([, { share }]) => shareWords(share) },
      {
        name: 'for each solved ticket',
        of: ([, { perSolvedSeconds }]) => durationWords(perSolvedSeconds),
        ...noted(definitions['cost.perSolvedSeconds']),
      },
    ],
    [...Object.entries(cost.lines), ['all', total] as const],
  );
};

const efficiencyText = ({ efficiency, definitions }: Report): string =>
  together(
    timesText(
      'Efficiency',
      [
        { name: 'response', ...efficiency.response },
        { name: 'resolution', ...efficiency.resolution },
      ],
      (name) => definitions[`efficiency.${name}`],
    ),
    furthestText(efficiency.pushToFront, {
      solved: definitions['cost.solved'],
      furthest: definitions['efficiency.pushToFront'],
    }),
  );

const satisfactionText = ({ satisfaction, definitions }: Report): string =>
  figuresText('Satisfaction', [
    {
      name: 'ratings',
      words: countWords(satisfaction.ratings),
      ...noted(definitions['satisfaction.ratings']),
    },
    {
      name: 'CSAT',
      words: shareWords(satisfaction.csat),
      ...noted(definitions['satisfaction.csat']),
    },
    {
      name: 'mean',
      words: decimalWords(satisfaction.mean),
      ...noted(definitions['satisfaction.mean']),
    },
  ]);

const salesText = ({ sales, definitions }: Report): string => {
  const counted = (name: 'opportunities' | 'open' | 'won' | 'lost') => ({
    name,
    words: countWords(sales[name]),
    share: shareOf(sales[name], sales.opportunities),
    ...noted(definitions[`sales.${name}`]),
  });
  const value = sales.wonValue.map(({ amountMinor, currency }) =>
    moneyWords(amountMinor, currency),
  );
  return figuresText('Service starts sales', [
    ...(['opportunities', 'open', 'won', 'lost'] as const).map(counted),
    {
      name: 'won value',
      words: value.join('\n') || nothing,
      ...noted(definitions['sales.wonValue']),
    },
  ]);
};

/** The report on the aims of service as tables. */
export const aimsText = (report: Report): string =>
  together(
    figuresText('Aims', [
      {
        name: 'tickets',
        words: countWords(report.tickets),
        ...noted(report.definitions.tickets),
      },
    ]),
    costText(report),
    efficiencyText(report),
    satisfactionText(report),
    salesText(report),
  );

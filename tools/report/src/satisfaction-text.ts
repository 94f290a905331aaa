import type { SatisfactionReport } from '@steward/contracts';
import { figuresText, tableText, together } from './table.ts';
import { countWords, decimalWords, shareOf, shareWords } from './words.ts';

type Report = ReturnType<typeof SatisfactionReport.parse>;

/** The report on satisfaction as tables. */
export const satisfactionText = ({ ratings, csat, mean, scores }: Report): string =>
  together(
    figuresText('Satisfaction', [
      {
        name: 'ratings',
        words: countWords(ratings),
        means: 'one for each resolution that a customer rated',
      },
      { name: 'CSAT', words: shareWords(csat), means: 'the share of 4 and 5 among the ratings' },
      { name: 'mean', words: decimalWords(mean), means: 'of the scores from 1 to 5' },
    ]),
    tableText(
      'Scores',
      [
        { name: 'score', of: ([score]) => score },
        { name: 'ratings', of: ([, count]) => countWords(count) },
        { name: 'share', of: ([, count]) => shareOf(count, ratings) },
      ],
      Object.entries(scores),
    ),
  );

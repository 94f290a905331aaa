import type { NeedsReport } from '@steward/contracts';
import { type Column, figuresText, tableText, together } from './table.ts';
import { countWords, durationWords, moneyWords, nothing } from './words.ts';

type Report = ReturnType<typeof NeedsReport.parse>;
type Kind = Report['kinds'][number];
type Offering = Report['offerings']['items'][number];
interface Amount {
  readonly amountMinor: number;
  readonly currency: string;
}

const amountsWords = <Of extends Amount>(amounts: readonly Of[], after: (of: Of) => string) =>
  amounts
    .map((amount) => `${moneyWords(amount.amountMinor, amount.currency)}${after(amount)}`)
    .join(', ') || nothing;

const counts = [
  { name: 'found', means: 'all that were ever heard' },
  { name: 'open', means: 'neither accepted nor rejected' },
  {
    name: 'accepted',
    means: 'as an opportunity or an offering candidate, whatever became of them',
  },
  { name: 'rejected', means: 'nothing was made of them' },
  { name: 'won', means: 'their opportunity was won' },
  { name: 'offered', means: 'there is an offering for them' },
  { name: 'lost', means: 'their opportunity was lost, or no offering is to come of them' },
] as const;

const kindColumns: readonly Column<Kind>[] = [
  { name: 'kind', of: ({ kind }) => kind, isWords: true },
  ...counts.map(({ name }) => ({ name, of: (kind: Kind) => countWords(kind[name]) })),
];

const offeringColumns: readonly Column<Offering>[] = [
  { name: 'offering', of: ({ name }) => name, isWords: true },
  { name: 'status', of: ({ status }) => status, isWords: true },
  { name: 'accounts', of: ({ accounts }) => countWords(accounts), means: 'with a subscription' },
  {
    name: 'subscriptions',
    of: ({ subscriptions }) => countWords(subscriptions),
    means: 'all that were begun; nothing tells yet that one has ended',
  },
  {
    name: 'recurring',
    of: ({ recurring }) => amountsWords(recurring, ({ per }) => ` a ${per}`),
    means: 'what the subscriptions come to, at the prices that they were begun at',
  },
  { name: 'orders', of: ({ orders }) => countWords(orders), means: 'that name it' },
  {
    name: 'sold alone',
    of: ({ soldAlone }) => amountsWords(soldAlone, () => ''),
    means: 'value of orders that name no other; one for several does not tell what each was worth',
  },
];

/** The report on needs and offerings as tables. */
export const needsText = ({ needs, kinds, offerings }: Report): string =>
  together(
    figuresText('Needs', [
      ...counts.map(({ name, means }) => ({ name, words: countWords(needs[name]), means })),
      {
        name: 'median age of open',
        words: durationWords(needs.medianOpenSeconds),
        means: 'half of those that are open were found longer ago',
      },
      {
        name: 'won for',
        words: amountsWords(needs.wonValues, () => ''),
        means: 'what their opportunities were won for, by currency',
      },
    ]),
    tableText('By kind', kindColumns, kinds),
    figuresText('Offerings', [
      { name: 'published', words: countWords(offerings.published), means: 'on sale' },
      { name: 'retired', words: countWords(offerings.retired), means: 'sold no more' },
    ]),
    tableText('Adoption', offeringColumns, offerings.items),
  );

import { type CsvStyle, csvText, type Line } from '../csv-text.ts';
import { customers, people } from '../customers.ts';
import { type Random, random } from '../random.ts';
import { type Deal, dealCells, dealHeader, items } from './columns.ts';
import { badDeals, oddCustomer } from './dirt.ts';
import { makeDeal } from './make-deal.ts';

/** What the pipeline report says once the files are imported. */
export interface PipelineExpected {
  readonly won: {
    readonly count: number;
    readonly valueMinor: number;
    readonly currency: string;
  };
  readonly lost: { readonly count: number };
  readonly open: { readonly count: number };
}

export interface GeneratedCrm {
  /** The text of each file by its name. */
  readonly files: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly badRows: number;
  readonly pipeline: PipelineExpected;
}

const style: CsvStyle = { delimiter: ',', lineEnd: '\n', bom: false };
const text = (lines: readonly Line[]): string => csvText(lines, style);

const regions = ['North', 'South'] as const;

const companies = (): string =>
  text([
    ['Company', 'Sector', 'Country'],
    ...[...customers, oddCustomer].map(({ name, sector, country }) => [name, sector, country]),
  ]);

const priceList = (): string =>
  text([
    ['Item', 'Department', 'Price', 'Per'],
    ...items.map(({ name, department, price, per }) => [name, department, price, per]),
  ]);

const reps = (): string =>
  text([
    ['Rep', 'Region'],
    ...people.map((name, index) => [name, regions[index % regions.length] ?? '']),
  ]);

const mixedIn = (chance: Random, deals: readonly Deal[]): Deal[] => {
  const mixed = [...deals];
  for (const bad of badDeals) mixed.splice(chance.whole(0, mixed.length), 0, bad);
  return mixed;
};

const minorUnitsOf = (amount: string): number => Number(amount.replace('.', ''));

const expectedOf = (deals: readonly Deal[]): PipelineExpected => {
  const won = deals.filter(({ state }) => state === 'Signed');
  const lost = deals.filter(({ state }) => state === 'Gone');
  return {
    won: {
      count: won.length,
      valueMinor: won.reduce((sum, { amount }) => sum + minorUnitsOf(amount), 0),
      currency: 'EUR',
    },
    lost: { count: lost.length },
    open: { count: deals.length - won.length - lost.length },
  };
};

/** The export of a CRM: companies, a price list, sales people and what they are after. */
export const generateCrm = (seed: number, opportunities: number): GeneratedCrm => {
  const chance = random(seed);
  const deals = Array.from({ length: opportunities }, (_, number) => makeDeal(chance, number));
  const mixed = mixedIn(chance, deals);
  return {
    files: {
      'companies.csv': companies(),
      'price-list.csv': priceList(),
      'reps.csv': reps(),
      'deals.csv': text([dealHeader, ...mixed.map(dealCells)]),
    },
    rows: mixed.length,
    badRows: badDeals.length + 1,
    pipeline: expectedOf(deals),
  };
};

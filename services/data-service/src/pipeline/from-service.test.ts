import { opportunityCell as cell } from '../fixtures/opportunity-cell.ts';
import { fromServiceFigures, type PersonCell } from './from-service.ts';

const credit = (personId: string, changes: Partial<PersonCell> = {}): PersonCell => ({
  personId,
  status: 'won',
  currency: 'USD',
  count: 1,
  amountMinor: 100,
  ...changes,
});
const allWon = { valueMinor: 400, currency: 'USD' };

describe('what service started', () => {
  it('is not told where nothing came from a need', () => {
    expect(fromServiceFigures([], [], allWon)).toBeUndefined();
  });

  it('R106: is its share of all that was won, in the same currency', () => {
    const cells = [
      cell({}),
      cell({ currency: 'EUR', count: 2, amountMinor: 900 }),
      cell({ status: 'lost', currency: null, amountMinor: 0 }),
      cell({ status: 'introduced', currency: null, count: 3, amountMinor: 0 }),
      cell({ status: 'accepted', amountMinor: 700 }),
    ];
    expect(fromServiceFigures(cells, [], allWon)).toEqual({
      discovered: 8,
      won: 3,
      lost: 1,
      open: 4,
      wonMinor: 100,
      currency: 'USD',
      shareOfWonValue: 0.25,
      byPerson: [],
    });
  });

  it('has no share while nothing is won', () => {
    const open = cell({ status: 'discovered', currency: null, amountMinor: 0 });
    expect(fromServiceFigures([open], [], { valueMinor: 0 })).toEqual({
      discovered: 1,
      won: 0,
      lost: 0,
      open: 1,
      wonMinor: 0,
      byPerson: [],
    });
  });

  it('R106: credits everybody who heard a need with the whole of it, most first', () => {
    const people = [
      credit('bob', { status: 'lost', currency: null, count: 5, amountMinor: 0 }),
      credit('bob'),
      credit('ada', { amountMinor: 300 }),
      credit('eve', { currency: 'EUR', amountMinor: 900 }),
      credit('dan', { status: 'discovered', currency: null, amountMinor: 0 }),
      credit('cid', { status: 'discovered', currency: null, amountMinor: 0 }),
    ];
    expect(fromServiceFigures([cell({})], people, allWon)?.byPerson).toEqual([
      { personId: 'ada', discovered: 1, won: 1, wonMinor: 300 },
      { personId: 'bob', discovered: 6, won: 1, wonMinor: 100 },
      { personId: 'eve', discovered: 1, won: 1, wonMinor: 0 },
      { personId: 'cid', discovered: 1, won: 0, wonMinor: 0 },
      { personId: 'dan', discovered: 1, won: 0, wonMinor: 0 },
    ]);
  });

  it('names twenty people at most', () => {
    const people = Array.from({ length: 30 }, (_, index) => credit(`p-${index}`));
    expect(fromServiceFigures([cell({})], people, allWon)?.byPerson).toHaveLength(20);
  });
});

import { startedSales } from './started-sales.ts';

describe('the sales that service starts', () => {
  it('are none at first', () => {
    expect(startedSales([])).toEqual({ opportunities: 0, open: 0, won: 0, lost: 0, wonValue: [] });
  });

  it('R106: are worth what they were won for, each currency by itself', () => {
    expect(
      startedSales([
        { status: 'won', currency: 'USD', count: 1, amountMinor: 900 },
        { status: 'won', currency: 'EUR', count: 2, amountMinor: 500 },
        { status: 'lost', currency: null, count: 1, amountMinor: 0 },
        { status: 'discovered', count: 3, amountMinor: 0 },
        { status: 'accepted', currency: null, count: 4, amountMinor: 0 },
      ]),
    ).toEqual({
      opportunities: 11,
      open: 7,
      won: 3,
      lost: 1,
      wonValue: [
        { currency: 'EUR', amountMinor: 500 },
        { currency: 'USD', amountMinor: 900 },
      ],
    });
  });
});

import { countFigures } from './count-figures.ts';
import { summed, type TicketCounts } from './ticket-counts.ts';

const figuresOf = (changes: Partial<TicketCounts>) => countFigures({ ...summed([]), ...changes });

describe('the figures that are counted', () => {
  it('know no share of nothing', () => {
    const { pushToFront, pingPong, waits } = figuresOf({});
    for (const figure of [pushToFront, pingPong, waits.user])
      expect(figure).not.toHaveProperty('share');
  });

  it('divide what the first line solved alone by all that is solved, not by all tickets', () => {
    const solved = { firstSolved: 3, secondSolved: 2, thirdSolved: 0, unclearSolved: 1 };
    expect(figuresOf({ tickets: 9, ...solved }).pushToFront).toEqual({
      solved: 6,
      furthest: { first: 3, second: 2, third: 0, unclear: 1 },
      share: 0.5,
    });
  });

  it('divide tickets that came back by all tickets, and keep teams and lines apart', () => {
    const counts = {
      tickets: 8,
      returnTickets: 2,
      returns: 5,
      lineReturnTickets: 1,
      lineReturns: 3,
    };
    expect(figuresOf(counts).pingPong).toEqual({
      tickets: 2,
      share: 0.25,
      returns: 5,
      lineTickets: 1,
      lineReturns: 3,
    });
  });

  it('tell the waits for the user from all others', () => {
    const counts = { tickets: 4, userTickets: 1, userWaits: 3, userSeconds: 0.1 + 0.2 };
    expect(figuresOf({ ...counts, vendorWaits: 2 }).waits).toMatchObject({
      user: { tickets: 1, share: 0.25, waits: 3, seconds: 0.3 },
      vendor: { waits: 2 },
      customer: { waits: 0 },
    });
  });
});

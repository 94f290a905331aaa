import { serviceCost } from './service-cost.ts';

describe('what service costs', () => {
  it('is no time, and nothing for each ticket, where none is solved', () => {
    const nothing = { heldSeconds: 0 };
    expect(serviceCost([])).toEqual({
      solved: 0,
      ...nothing,
      lines: { first: nothing, second: nothing, third: nothing, unclear: nothing },
    });
  });

  it('R106: is the time that desks held solved tickets, shared among the lines without a rest', () => {
    const { lines, ...all } = serviceCost([
      { solved: 4, first: 100, second: 250, third: 50, unclear: 0 },
    ]);
    expect(all).toEqual({ solved: 4, heldSeconds: 400, perSolvedSeconds: 100 });
    expect(lines).toEqual({
      first: { heldSeconds: 100, perSolvedSeconds: 25, share: 0.25 },
      second: { heldSeconds: 250, perSolvedSeconds: 62.5, share: 0.625 },
      third: { heldSeconds: 50, perSolvedSeconds: 12.5, share: 0.125 },
      unclear: { heldSeconds: 0, perSolvedSeconds: 0, share: 0 },
    });
  });
});

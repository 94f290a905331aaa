import { supportTotals, type TicketCell } from './support-totals.ts';
import { summed } from './ticket-counts.ts';

const cell = (changes: Partial<TicketCell> = {}): TicketCell => ({
  ...summed([]),
  label: 'Closed',
  lines: ['first'],
  tickets: 1,
  heldSeconds: { first: 0, second: 0, third: 0, unclear: 0 },
  ...changes,
});

describe('the totals of support', () => {
  it('are zero without tickets', () => {
    expect(supportTotals([])).toMatchObject({
      tickets: 0,
      open: 0,
      reopenings: 0,
      handOvers: 0,
      neverLeftFirstLine: 0,
      reachedThirdLine: 0,
      unclearLine: 0,
      finalStates: {},
      heldSeconds: {},
    });
  });

  it.each([
    { lines: ['first'], neverLeftFirstLine: 1, reachedThirdLine: 0, unclearLine: 0 },
    { lines: ['second'], neverLeftFirstLine: 0, reachedThirdLine: 0, unclearLine: 0 },
    { lines: ['first', 'second'], neverLeftFirstLine: 0, reachedThirdLine: 0, unclearLine: 0 },
    { lines: ['second', 'third'], neverLeftFirstLine: 0, reachedThirdLine: 1, unclearLine: 0 },
    { lines: ['first', 'unclear'], neverLeftFirstLine: 0, reachedThirdLine: 0, unclearLine: 1 },
    { lines: ['unclear', 'third'], neverLeftFirstLine: 0, reachedThirdLine: 1, unclearLine: 0 },
  ] as const)('place a ticket that passed $lines', ({ lines, ...placed }) => {
    expect(supportTotals([cell({ lines })])).toMatchObject(placed);
  });

  it('add up what differs by lines and labels', () => {
    const seconds = { first: 0.1, second: 0, third: 0, unclear: 0 };
    const totals = supportTotals([
      cell({ tickets: 2, reopenings: 1, heldSeconds: seconds }),
      cell({
        label: 'In Progress',
        tickets: 4,
        open: 4,
        lines: ['first', 'second'],
        heldSeconds: { ...seconds, first: 0.1 },
      }),
      cell({
        tickets: 3,
        handOvers: 5,
        lines: ['second', 'first'],
        heldSeconds: { ...seconds, second: 7 },
      }),
    ]);
    expect(totals).toMatchObject({
      tickets: 9,
      open: 4,
      reopenings: 1,
      handOvers: 5,
      neverLeftFirstLine: 2,
      finalStates: { Closed: 5, 'In Progress': 4 },
      heldSeconds: { first: 0.3, second: 7 },
    });
  });
});

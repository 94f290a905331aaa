import { soldQuantities } from './sold-quantities.ts';

const line = (offeringId: string, quantity: number) => ({ offeringId, quantity });

describe('sold quantities', () => {
  it.each([
    { what: 'one line', lines: [line('a', 2)], sold: [line('a', 2)] },
    {
      what: 'several offerings',
      lines: [line('a', 2), line('b', 1)],
      sold: [line('a', 2), line('b', 1)],
    },
    {
      what: 'one offering in several lines',
      lines: [line('a', 2), line('b', 1), line('a', 3)],
      sold: [line('a', 5), line('b', 1)],
    },
  ])('add up for $what', ({ lines, sold }) => {
    expect(soldQuantities(lines)).toEqual(sold);
  });
});

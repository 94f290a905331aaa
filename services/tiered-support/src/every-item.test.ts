import { eachItem, everyItem } from './every-item.ts';

/** Pages of two, which remember what they were asked for. */
const pagesOf = (...letters: string[]) => {
  const asked: (string | undefined)[] = [];
  const ask = ({ cursor }: { readonly cursor?: string | undefined }) => {
    asked.push(cursor);
    const from = Number(cursor ?? 0);
    const items = letters.slice(from, from + 2);
    return Promise.resolve(from + 2 < letters.length ? { items, next: `${from + 2}` } : { items });
  };
  return { ask, asked };
};

describe('a list in pages', () => {
  it.each([[], ['a'], ['a', 'b'], ['a', 'b', 'c', 'd', 'e']].map((letters) => ({ letters })))(
    'is read to its end: $letters',
    async ({ letters }) => {
      expect(await everyItem(pagesOf(...letters).ask)).toEqual(letters);
    },
  );

  it('is asked for no page that nobody gets to', async () => {
    const { ask, asked } = pagesOf('a', 'b', 'c', 'd', 'e');
    for await (const letter of eachItem(ask)) if (letter === 'd') break;
    expect(asked).toEqual([undefined, '2']);
  });
});

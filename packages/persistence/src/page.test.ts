import { Refusal } from '@steward/domain';
import { decodeCursor, encodeCursor } from './page.ts';

const codeOf = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error instanceof Refusal ? error.code : error;
  }
};

describe('cursor', () => {
  it.each(['acme', 'Größe/🚀', '', 17])('names the place %p, and nothing of it shows', (key) => {
    const cursor = encodeCursor(key);
    expect(cursor).toMatch(/^[\w-]*$/);
    expect(decodeCursor(cursor)).toBe(key);
  });

  it.each([
    { what: 'that is no base64', cursor: '***' },
    { what: 'cut short', cursor: encodeCursor('acme').slice(0, 4) },
    { what: 'with something else in it', cursor: encodeCursor(['a', 'b']) },
    { what: 'with an operator in it', cursor: Buffer.from('{"$gt":""}').toString('base64url') },
    { what: 'of nothing', cursor: '' },
  ])('is refused $what', ({ cursor }) => {
    expect(codeOf(() => decodeCursor(cursor))).toBe('malformed-cursor');
  });
});

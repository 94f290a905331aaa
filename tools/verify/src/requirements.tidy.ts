import { allRoutes, eventByWire } from '@steward/contracts';
import { sources } from './sources.ts';

interface Row {
  readonly what: string;
  /** Routes by name and events by their name on the wire, in which it can be seen. */
  readonly seenAt: readonly string[];
  readonly provenBy: readonly string[];
}

const inBackticks = (cell = ''): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

const [page] = sources(/^docs\/requirements\.md$/);

/** The rows of a table with so many columns, of which the last two say where to look. */
const rowsOf = (columns: number): Row[] =>
  (page?.text ?? '')
    .split('\n')
    .map((line) => line.split('|').slice(1, -1))
    .filter((cells) => cells.length === columns && cells.at(-1)?.includes('`'))
    .map((cells) => ({
      what: cells[0]?.trim() ?? '',
      seenAt: inBackticks(cells.at(-2)),
      provenBy: inBackticks(cells.at(-1)),
    }));

const numbered = rowsOf(4);
const rows = [...numbered, ...rowsOf(3)];

const tests = sources(/\.test\.ts$/);
/** The numbers that begin the names of a file's tests, be it by way of a table. */
const numbersIn = (text: string): string[] =>
  [...text.matchAll(/['"`](R\d+)(?=: |')/g)].map(([, number = '']) => number);

const routeNames = new Set(allRoutes.map(({ name }) => name));

describe('the requirements', () => {
  it('are there, each once, in their order', () => {
    const numbers = numbered.map(({ what }) => Number(what.slice(1)));
    expect(numbers.length).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThan(numbered.length);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  });

  it('are all that tests name', () => {
    const named = new Set(tests.flatMap(({ text }) => numbersIn(text)));
    const missing = [...named].filter((number) => !numbered.some(({ what }) => what === number));
    expect(missing).toEqual([]);
  });

  it.each(rows)('tell where this can be seen: $what', ({ seenAt }) => {
    expect(seenAt).not.toEqual([]);
    expect(seenAt.filter((name) => !routeNames.has(name) && !eventByWire(name))).toEqual([]);
  });

  it.each(rows)('tell which tests prove this: $what', ({ provenBy }) => {
    expect(provenBy.filter((path) => !tests.some((test) => test.path === path))).toEqual([]);
  });

  it.each(numbered)('are named by each test that proves $what', ({ what, provenBy }) => {
    for (const { path, text } of tests.filter((test) => provenBy.includes(test.path)))
      expect({ path, numbers: numbersIn(text) }).toMatchObject({
        numbers: expect.arrayContaining([what]),
      });
  });
});

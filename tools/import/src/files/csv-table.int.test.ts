import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { openTable, type Row } from './csv-table.ts';
import { survey } from './survey.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

const usual = { delimiter: ',', encoding: 'utf8' } as const;

const fileOf = (content: string | Buffer): string => {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return path;
};

const rowsOf = async (content: string | Buffer): Promise<Row[]> =>
  Readable.from((await openTable(fileOf(content), usual)).rows()).toArray();

const openQuote = 'Has a quote that is not closed';

const files = [
  {
    what: 'with a byte order mark, CR LF, blank lines and values over several lines',
    text: '\ufeffa,b\r\n1,2\r\n\r\n"x\r\ny\nz",3\r\n4,"5 ""q"""\r\n6,7',
    rows: [
      { line: 2, fields: ['1', '2'] },
      { line: 4, fields: ['x\r\ny\nz', '3'] },
      { line: 7, fields: ['4', '5 "q"'] },
      { line: 8, fields: ['6', '7'] },
    ],
  },
  {
    what: 'with line ends of both kinds',
    text: 'a,b\r\n1,2\n3,4\r\n5,6\n',
    rows: [
      { line: 2, fields: ['1', '2'] },
      { line: 3, fields: ['3', '4'] },
      { line: 4, fields: ['5', '6'] },
    ],
  },
  {
    what: 'with rows of another width',
    text: 'a,b\n1\n1,2,3\n1,2\n',
    rows: [
      { line: 2, fields: ['1'], fault: 'Has 1 values, not 2' },
      { line: 3, fields: ['1', '2', '3'], fault: 'Has 3 values, not 2' },
      { line: 4, fields: ['1', '2'] },
    ],
  },
  {
    what: 'with a quote amid a value',
    text: 'a,b\n1,6" pipe\n2,ok\n',
    rows: [
      { line: 2, fields: ['1', '6" pipe'] },
      { line: 3, fields: ['2', 'ok'] },
    ],
  },
  {
    what: 'with a quote that nothing closes',
    text: 'a,b\n0,0\n\n1,"x\n2,ok\n3,ok\n',
    rows: [
      { line: 2, fields: ['0', '0'] },
      { line: 4, fields: [], fault: openQuote },
      { line: 5, fields: ['2', 'ok'] },
      { line: 6, fields: ['3', 'ok'] },
    ],
  },
  {
    what: 'with a quote that a later one seems to close',
    text: 'a,b\n1,"x\n2,ok\n3,"q"\n4,"q"\n',
    rows: [
      { line: 2, fields: [], fault: openQuote },
      { line: 3, fields: ['2', 'ok'] },
      { line: 4, fields: ['3', 'q'] },
      { line: 5, fields: ['4', 'q'] },
    ],
  },
];

describe.each(files)('a file $what', ({ text, rows }) => {
  it('is read row by row, with the lines that an editor shows', async () => {
    expect(await rowsOf(text)).toEqual(rows);
  });

  it('is read the same where it is compressed', async () => {
    expect(await rowsOf(gzipSync(text))).toEqual(rows);
  });
});

describe('a file', () => {
  it('follows a quote that nothing closes only so far', async () => {
    const filler = '1,2\n'.repeat(200_000);
    const rows = await rowsOf(`a,b\n1,"x\n${filler}3,4`);
    expect(rows).toHaveLength(200_002);
    expect(rows[0]).toEqual({ line: 2, fields: [], fault: openQuote });
    expect(rows.at(-1)).toEqual({ line: 200_003, fields: ['3', '4'] });
  });

  it('may be written with other delimiters and in Latin-1', async () => {
    const path = fileOf(Buffer.from('a;b\nå;ö\n', 'latin1'));
    const table = await openTable(path, { delimiter: ';', encoding: 'latin1' });
    expect(await Readable.from(table.rows()).toArray()).toEqual([{ line: 2, fields: ['å', 'ö'] }]);
  });

  it.each([
    { what: 'is empty', content: '', says: 'is empty' },
    { what: 'is not there', content: undefined, says: 'cannot be read' },
  ])('that $what is said to be so', async ({ content, says }) => {
    const path = content === undefined ? join(folder, 'nowhere') : fileOf(content);
    await expect(openTable(path, usual)).rejects.toThrow(says);
  });
});

describe('a survey', () => {
  it('counts the rows and tells contents apart', async () => {
    const first = await survey(fileOf('a,b\n1,2\n3,4'));
    const second = await survey(fileOf(gzipSync('a,b\n1,2\n3,4\n')));
    expect([first.rows, second.rows]).toEqual([2, 2]);
    expect(first.digest).not.toBe(second.digest);
  });
});

import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const lineFeed = 0x0a;
const quote = 0x22;
const gzipMagic = 0x1f8b;

/** Where the header and every row end: at a line feed that no quoted value holds. */
const rowEnds = (bytes: Buffer): number[] => {
  const ends: number[] = [];
  let isQuoted = false;
  for (const [index, byte] of bytes.entries()) {
    if (byte === quote) isQuoted = !isQuoted;
    if (byte === lineFeed && !isQuoted) ends.push(index + 1);
  }
  return ends;
};

/** The first rows of a log as a file of its own, beside which the import may keep its journal. */
export const partOfLog = async (log: string, share: number) => {
  const read = await readFile(log);
  const bytes = read.readUInt16BE(0) === gzipMagic ? gunzipSync(read) : read;
  const ends = rowEnds(bytes);
  const rows = Math.ceil((ends.length - 1) * share);
  const folder = await mkdtemp(join(tmpdir(), 'steward-bench-import-'));
  const file = join(folder, 'incidents.csv');
  await writeFile(file, bytes.subarray(0, ends[rows]));
  return { folder, file, rows };
};

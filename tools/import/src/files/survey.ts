import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { openBytes } from './open-bytes.ts';

const lineFeed = 0x0a;

const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

const countIn = (chunk: Buffer): number => {
  let count = 0;
  for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) count += 1;
  return count;
};

/** Lines after the header; as many rows, but for values that span lines. */
const linesOf = async (path: string): Promise<number> => {
  let count = 0;
  let last = lineFeed;
  for await (const chunk of await openBytes(path)) {
    count += countIn(chunk as Buffer);
    last = (chunk as Buffer).at(-1) ?? last;
  }
  return Math.max(0, count + (last === lineFeed ? 0 : 1) - 1);
};

/** What is learned of a file in one cheap pass before it is read: which one it is, and how long. */
export interface Survey {
  readonly digest: string;
  readonly rows: number;
}

export const survey = async (path: string): Promise<Survey> => ({
  rows: await linesOf(path),
  digest: await digestOf(path),
});

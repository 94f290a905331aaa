import { openBytes } from './open-bytes.ts';

/** A place in the content of a file where a row may begin. */
export interface Place {
  readonly line: number;
  readonly byte: number;
}

export const start: Place = { line: 1, byte: 0 };

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The first line at or after a place that has anything on it, and the place after that line. */
export const lineAt = async (
  path: string,
  place: Place,
): Promise<{ line: number; next: Place | undefined }> => {
  let { line, byte } = place;
  let isBlank = true;
  for await (const chunk of await openBytes(path, place.byte))
    for (const value of chunk as Buffer) {
      byte += 1;
      if (value === lineFeed && !isBlank) return { line, next: { line: line + 1, byte } };
      if (value === lineFeed) line += 1;
      else if (value !== carriageReturn) isBlank = false;
    }
  return { line, next: undefined };
};

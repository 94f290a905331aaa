import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './turbo.ts';

export interface Source {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}

const listed = (): string[] => {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const { stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean);
};

/** The files of the project whose paths fit, as they are in the working tree. */
export const sources = (fits: RegExp): Source[] =>
  listed()
    .filter((path) => fits.test(path))
    .flatMap((path) => {
      const text = readIfThere(join(root, path));
      return text === undefined ? [] : [{ path, text }];
    });

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // Git lists a file that was deleted and not yet committed.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** The word `from` in quotes is somebody's text. */
const importPattern = /(?<!')(?:from|import)\s*\(?\s*'(?<from>[^']+)'/g;

/** What a file imports, by name as written. */
export const importsOf = ({ text }: Source): string[] =>
  [...text.matchAll(importPattern)].map((match) => match.groups?.from ?? '');

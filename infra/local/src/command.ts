import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const outputBytesMax = 16 * 1024 * 1024;
const patienceMs = 15 * 60_000;

/** Where a command is on PATH, or undefined. */
export const findOnPath = (command: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find(isExecutable);

/** What a command prints, both streams in one, when it succeeds; its output is in the error when it does not. */
export const outputOf = async (
  command: string,
  args: readonly string[],
  { cwd }: { cwd?: string } = {},
): Promise<string> => {
  const { stdout, stderr } = await run(command, args, {
    cwd,
    maxBuffer: outputBytesMax,
    timeout: patienceMs,
  });
  return `${stdout}${stderr}`;
};

/** What a failed command said, cut to its end: that is where the reason stands. */
export const lastWords = (error: unknown): string => {
  const { stdout = '', stderr = '', message = '' } = error as Partial<Record<string, string>>;
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 ? lines.slice(-5).join('\n  ') : message;
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

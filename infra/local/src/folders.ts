import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** What ships beside the sources: the recipes by which servers are fetched. */
export const recipeFolder = resolve(import.meta.dirname, '..');

/** Where a stack keeps its data, logs and state. Git ignores all of it. */
export const stackFolder = (name: string): string => join(root, '.steward', checkedName(name));

/** The stack that a command means where it names none: that of `npm start`, or what `STEWARD_STACK` says. */
export const defaultStackName = (): string => process.env.STEWARD_STACK || 'dev';

/** Where fetched servers are kept, once for every clone on the machine. */
export const cacheFolder = (): string =>
  process.env.STEWARD_CACHE || join(homedir(), '.cache', 'steward');

// A name becomes part of a path that `reset` deletes, so it can't be allowed to climb out.
const checkedName = (name: string): string => {
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(name))
    throw new Error(`A stack's name is lower-case letters, digits and hyphens, not "${name}"`);
  return name;
};

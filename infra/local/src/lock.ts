import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

export const lockName = 'lock';

const sqliteBusy = 5;
const everyMs = 50;

/**
 * Lets one command at a time work on a stack. The lock is SQLite's on a file of its own: the
 * operating system holds it for the process, so it is gone with the process however that ends.
 */
export const withLock = async <Result>(
  folder: string,
  onWait: () => void,
  work: () => Promise<Result>,
): Promise<Result> => {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, lockName));
  try {
    if (!tryLock(lock)) {
      onWait();
      while (!tryLock(lock)) await delay(everyMs);
    }
    return await work();
  } finally {
    lock.close();
  }
};

const tryLock = (lock: DatabaseSync): boolean => {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === sqliteBusy) return false;
    throw error;
  }
};

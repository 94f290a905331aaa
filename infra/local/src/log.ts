import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const tailLines = 15;
const tailBytes = 16 * 1024;

/** Opens a fresh log for a server; the one of its last run is kept beside it. */
export const openLog = (folder: string): { path: string; descriptor: number } => {
  const path = join(folder, 'server.log');
  if (existsSync(path)) renameSync(path, join(folder, 'server.previous.log'));
  return { path, descriptor: openSync(path, 'a') };
};

/** The last lines of a log: where the reason stands when a server died. */
export const endOfLog = (path: string): string => {
  if (!existsSync(path)) return '(it has no log)';
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    readSync(descriptor, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8').trimEnd().split('\n').slice(-tailLines).join('\n');
  } finally {
    closeSync(descriptor);
  }
};

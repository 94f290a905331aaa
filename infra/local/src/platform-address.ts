import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stackFolder } from './folders.ts';

const addressFile = (name: string) => join(stackFolder(name), 'platform-url');

/** Leaves the gateway's address beside the stack, so that the tools find it whatever its port is. */
export const announcePlatform = (name: string, url: string): void => {
  mkdirSync(stackFolder(name), { recursive: true });
  writeFileSync(addressFile(name), `${url}\n`);
};

const usualUrl = 'http://127.0.0.1:8080';

/** Where the gateway of a stack was last told to be. */
export const platformUrl = (name: string): string => {
  try {
    return readFileSync(addressFile(name), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return usualUrl;
    throw error;
  }
};

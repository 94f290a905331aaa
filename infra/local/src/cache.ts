import { existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './folders.ts';

/**
 * The cached folder of this name, filled by `fetch` where there is none. It is filled beside its
 * place and moved there whole, so a folder that exists is complete, and of two that fetch at once
 * the later one uses what the earlier one brought.
 */
export const cached = async (
  name: string,
  fetch: (folder: string) => Promise<void>,
): Promise<string> => {
  const place = join(cacheFolder(), name);
  if (existsSync(place)) return place;
  mkdirSync(cacheFolder(), { recursive: true });
  const partial = await mkdtemp(`${place}.partial-`);
  try {
    await fetch(partial);
    await moveInto(place, partial);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return place;
};

const moveInto = async (place: string, partial: string): Promise<void> => {
  try {
    await rename(partial, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
};

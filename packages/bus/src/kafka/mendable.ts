const mendedVersion = '2.2.4';

/**
 * Refuses to mend a kafkajs that the fixes were not written for. They replace parts of its inside,
 * which another version may have moved, changed or mended by itself.
 */
export const assertMendable = (found: { version: string; alreadyLoaded: boolean }): void => {
  if (found.version !== mendedVersion)
    throw new Error(
      `The fixes to kafkajs are written for ${mendedVersion}, but ${found.version} is installed. ` +
        'Read what changed in it, then carry the fixes over or drop them.',
    );
  if (found.alreadyLoaded)
    throw new Error(
      'kafkajs was loaded before its fixes could be. Import it from mended-kafkajs.ts only.',
    );
};

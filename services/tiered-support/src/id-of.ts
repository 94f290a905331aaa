import { createHash } from 'node:crypto';

/** The same id for the same parts, whoever makes it and how often; of any length, unlike what it is made of. */
export const idOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

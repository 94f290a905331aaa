import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';

const digestLength = 12;

/**
 * A name as a piece of an id: `Genco Pura Olive Oil Company` becomes `genco-pura-olive-oil-company`.
 * A name in a script that has no Latin spelling here becomes a digest, so that each still has its own.
 */
export const slug = (name: string): string => {
  const spelled = slugify(name, { decamelize: false });
  if (spelled !== '' || name === '') return spelled;
  return createHash('sha256').update(name).digest('hex').slice(0, digestLength);
};

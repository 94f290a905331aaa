import slugify from '@sindresorhus/slugify';

/** A name as an id: `Łódź Optics` becomes `lodz-optics`. */
export const slug = (name: string): string => slugify(name, { decamelize: false });

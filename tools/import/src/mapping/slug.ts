const marks = /\p{M}+/gu;
const notForIds = /[^a-z0-9]+/g;
const outerHyphens = /^-+|-+$/g;

/** Letters that Unicode does not take apart into a plain one and a mark. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};

/** A name as a piece of an id: `Genco Pura Olive Oil Company` becomes `genco-pura-olive-oil-company`. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[ßæœøđłþðı]/g, (letter) => spelledOut[letter] ?? '')
    .replace(notForIds, '-')
    .replace(outerHyphens, '');

/**
 * A pattern names, in order, what has to be said, with ` … ` where a few other words may stand between, and
 * `|` between words of which any will do. `@name` stands for a list of words.
 */
export type Pattern = string;

type Spoken = 'en' | 'zh';

/** Ways to say that something is wanted. */
const lists: Record<Spoken, Readonly<Record<string, string>>> = {
  en: {
    '@want':
      "need|needed|want|would like|'d like|like to|looking for|looking to|look for|looking into|plan to|planning|require|required|interested in|intend to|going to|hope to|wish to|considering|thinking of|thinking about|have to|must|may need|can you|could you|can we|could we|whether we can|if we can|is there|are there|do you offer|do you have|please|how do we|how can we|how much",
  },
  zh: {
    '@want':
      '想|要|需要|希望|打算|计划|准备|考虑|能不能|可不可以|可以|能否|可否|是否|请|帮我|有没有|提供|急需|申请|安排|规划|怎么|多少钱',
  },
};

/** Patterns meet whatever people write, so that every gap has an end: no text makes them slow. */
const gaps: Record<Spoken, string> = {
  en: '[^\\p{L}\\p{N} ]{0,3} (?:[^ ]{1,40} ){0,6}[^\\p{L}\\p{N} ]{0,3}',
  zh: '.{0,12}?',
};

const partOf = (words: string, language: Spoken): string => {
  const all = words.replaceAll(/@\w+/gu, (name) => lists[language][name] ?? name);
  // In English a word ends where its letters do, or with its plural; in Chinese nothing marks its end.
  return language === 'en'
    ? `(?<![\\p{L}\\p{N}])(?:${all})(?:e?s)?(?![\\p{L}\\p{N}])`
    : `(?:${all})`;
};

/** What the pattern is about is its last part; `object` says where that stands. */
export const patternOf = (pattern: Pattern, language: Spoken): RegExp => {
  const parts = pattern.split(' … ').map((words) => partOf(words, language));
  const object = `(?<object>${parts.at(-1)})`;
  return new RegExp([...parts.slice(0, -1), object].join(gaps[language]), 'du');
};

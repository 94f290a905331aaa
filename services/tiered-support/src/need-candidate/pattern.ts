/**
 * A pattern names, in order, what has to be said: with ` … ` where a few other words may stand between, with
 * ` .. ` where hardly any may, and with `|` between words of which any will do. `@name` stands for a list.
 */
export type Pattern = string;

type Spoken = 'en' | 'zh';

const lists: Record<Spoken, Readonly<Record<string, string>>> = {
  en: {
    /** Says that something is wanted. */
    '@want':
      "need|needed|want|would like|would love|'d like|'d love|like to|looking for|looking to|look for|looking into|plan to|planning|require|required|interested in|intend to|going to|hope to|wish to|considering|thinking of|thinking about|have to|must|may need|can you|could you|can we|could we|whether we can|if we can|possible to|how do we|how can we|ought to|we should|we had better|could somebody|can somebody|could someone|can someone",
    /** Asks whether we have it. */
    '@offer':
      'is there|are there|do you offer|do you have|do you provide|do you also offer|do you also have|do you also provide|do you support|does it support',
  },
  zh: {
    '@want':
      '想|要|需要|希望|打算|计划|准备|考虑|能不能|可不可以|可以|能否|能给|可否|是否|有没有|提供|急需|申请|安排|规划|追加',
    '@offer': '有没有|是否有|是否支持|支持不支持|能不能支持|提供',
  },
};

/** Patterns meet whatever people write, so that every gap has an end: no text makes them slow. */
const gaps: Record<Spoken, Readonly<Record<string, string>>> = {
  en: {
    '…': '[^\\p{L}\\p{N} ]{0,3} (?:[^ ]{1,40} ){0,6}[^\\p{L}\\p{N} ]{0,3}',
    '..': '[^\\p{L}\\p{N} ]{0,3} (?:[^ ]{1,40} ){0,2}[^\\p{L}\\p{N} ]{0,3}',
  },
  zh: { '…': '.{0,12}?', '..': '.{0,4}?' },
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
  const pieces = pattern.split(/ (…|\.\.) /u);
  const sources = pieces.map((piece, index) => {
    if (index % 2 === 1) return gaps[language][piece];
    const part = partOf(piece, language);
    return index === pieces.length - 1 ? `(?<object>${part})` : part;
  });
  return new RegExp(sources.join(''), 'du');
};

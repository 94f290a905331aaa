/** A part of a sentence that is said or denied as one. */
export interface Clause {
  readonly text: string;
  /** Where it begins among the plain words. */
  readonly start: number;
  readonly isQuestion: boolean;
}

const blank = (text: string): string => '\n'.repeat(text.length);

/** What an earlier mail said, which the answer carries along below. */
const mailBelow =
  /^(?:-{2,10} ?original message ?-{0,10}|from: [^\n@]{0,200}@|发件人:|on [^\n]{1,200} wrote:|[^\n]{0,200}写道:)/mu;
const quotedLine = /^[ ]?>[^\n]{0,10000}/gmu;

const staffSays =
  '(?:(?<![a-z])you(?:r [a-z]{1,20}(?: [a-z]{1,20})?| guys| people)? (?:just |already |once )?(?:said|told|wrote|mentioned|suggested|recommended|claimed|proposed|say)(?![a-z])|(?:你们?|您|贵司|贵公司|客服)(?:的?\\p{Script=Han}{0,6})(?:说过?|建议|提到|提议|告诉|认为|觉得))';
/** What we said comes back in the words of the customer: marked as a quotation, or told on in the same breath. */
const toldOn = new RegExp(
  `${staffSays}(?:[^"\\n]{0,30}"[^"\\n]{0,500}"|[^,;.!?。、\\n]{0,200})|"[^"\\n]{0,500}"[ ,]{0,3}${staffSays}`,
  'gu',
);

const ownWords = (text: string): string => {
  const below = mailBelow.exec(text);
  const above = below ? text.slice(0, below.index) + blank(text.slice(below.index)) : text;
  return above.replaceAll(quotedLine, blank).replaceAll(toldOn, blank);
};

const parting =
  /(?:,(?!\d)|[;、。!?\n]|\.(?=\s|$)|(?<= )(?:but|however|although|though|whereas|instead)(?= )|但是|不过(?!期)|可是|然而|而是|但)/gu;
const ending = /^[.。!?\n]$/u;
const asking = /[吗呢么]\s?$|能不能|可不可以|有没有|是否|是不是|要不要|会不会/u;

/**
 * The customer's own words in parts that are said or denied as one: "no training, but more seats" denies the
 * training alone.
 */
export const clausesOf = (plain: string): Clause[] => {
  const text = ownWords(plain);
  const partings = [...text.matchAll(parting), { 0: '\n', index: text.length }];
  let start = 0;
  const parts = partings.map(({ 0: mark, index }) => {
    const part = { text: text.slice(start, index), start, mark };
    start = index + mark.length;
    return part;
  });
  let isAsked = false;
  return parts
    .reverse()
    .map(({ mark, ...part }) => {
      if (ending.test(mark)) isAsked = mark === '?';
      return { ...part, isQuestion: isAsked || asking.test(part.text) };
    })
    .reverse()
    .filter((part) => part.text.trim() !== '');
};

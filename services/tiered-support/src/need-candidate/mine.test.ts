import { NeedContent, type Turn } from '@steward/contracts';
import fc from 'fast-check';
import { chinese, english } from './fixtures/golden.ts';
import { probe } from './fixtures/probe.ts';
import { type Heard, languageOf, mineByRules } from './mine.ts';
import { patternOf } from './pattern.ts';
import { needRules } from './rules.ts';

const heard = (...said: string[]): Heard => ({
  language: 'auto',
  turnsBefore: 0,
  turns: said.map((text) => ({ from: 'customer', text })),
});
const mine = (text: string) => mineByRules(heard(text));
const kinds = (text: string) => mine(text).map(({ kind }) => kind);
const reasonsOf = (text: string) =>
  mine(text).flatMap(({ reasons }) => reasons.map(({ what }) => what));

const all = [...english, ...chinese, ...probe];
const needful = all.filter(([, need]) => need).map(([said]) => said);
const needless = all.filter(([, need]) => !need).map(([said]) => said);

describe('the rules that find needs', () => {
  it.each(english)('R104: hear in English: %s', (said, ...needs) => {
    expect(kinds(said)).toEqual(needs);
  });

  it.each(chinese)('R104: hear in Chinese: %s', (said, ...needs) => {
    expect(kinds(said)).toEqual(needs);
  });

  it.each(probe)('R104: hear in words of everyday: %s', (said, ...needs) => {
    expect(kinds(said)).toEqual(needs);
  });

  it('R104: say which words told it, where they stand, and why', () => {
    const said = 'Hello! ２０ people came. We  need ２０ more licences next month, maybe.';
    expect(mine(said)).toEqual([
      {
        kind: 'expansion',
        leadsTo: 'opportunity',
        title: 'More seats: We  need ２０ more licences next month',
        source: { kind: 'rule', ruleId: 'more-seats' },
        language: 'en',
        quotes: [{ turn: 0, start: 23, end: 59, text: 'We  need ２０ more licences next month' }],
        confidence: 85,
        reasons: [
          { what: 'rule more-seats', points: 65 },
          { what: 'names an amount', points: 10 },
          { what: 'names a time', points: 10 },
        ],
      },
    ]);
  });

  it('find once what a turn says twice, with all its words and the surest reason', () => {
    const [need, ...others] = mine('Could we add more users? We need 20 more licences. 想增加账号');
    expect(others).toEqual([]);
    expect(need).toMatchObject({
      title: 'More seats: We need 20 more licences',
      confidence: 75,
      quotes: [
        { start: 0, text: 'Could we add more users' },
        { start: 25, text: 'We need 20 more licences' },
        { start: 51, text: '想增加账号' },
      ],
    });
  });

  it.each([
    ['a question', 'Do we need more seats?', 'asked, not stated'],
    ['a question', '要不要增加账号', 'asked, not stated'],
    ['doubt', 'Perhaps we need more seats', 'said with doubt'],
    ['doubt', '我们可能要增加账号', 'said with doubt'],
    ['an amount', '我们要增加十个账号', 'names an amount'],
    ['a time', '我们明年要增加账号', 'names a time'],
    ['a budget', 'We need more seats and have the budget', 'names a budget'],
  ])('weigh %s: %s', (_what, said, reason) => {
    expect(reasonsOf(said)).toContain(reason);
  });

  it('do not take the words of staff for needs, nor those of another language', () => {
    const turn: Turn = { from: 'staff', text: 'You need more licences.' };
    expect(mineByRules({ ...heard(), turns: [turn] })).toEqual([]);
    expect(mineByRules({ ...heard('We need more licences.'), language: 'other' })).toEqual([]);
  });

  it('count turns on from those that came before', () => {
    const needs = mineByRules({ ...heard('Hi', '想扩容'), turnsBefore: 7 });
    expect(needs.map(({ quotes }) => quotes[0]?.turn)).toEqual([8]);
  });

  it.each([
    ['We need 更多 seats', 'en'],
    ['我们想 upgrade 到 enterprise 版', 'zh'],
    ['必要です', 'other'],
    ['필요합니다', 'other'],
    ['123 !!', 'other'],
  ])('tell the language of %s', (said, language) => {
    expect(languageOf(said)).toBe(language);
  });

  it('have names of their own, and patterns in both languages', () => {
    expect(new Set(needRules.map(({ ruleId }) => ruleId)).size).toBe(needRules.length);
    for (const { en, zh } of needRules)
      expect([en.length > 0, zh.length > 0]).toEqual([true, true]);
  });

  it('are sure between nothing and all, whatever else is said', () => {
    const said = 'We will not renew the contract for 20 seats next year, the budget is gone';
    const surest = Math.max(...needRules.map(({ strength }) => strength));
    const least = Math.min(...needRules.map(({ strength }) => strength));
    expect(surest + 3 * 10).toBeLessThanOrEqual(100);
    expect(least - 15 - 10).toBeGreaterThanOrEqual(0);
    expect(mine(said)[0]?.confidence).toBe(90);
  });

  it('take time in proportion to what was said: no pattern may repeat without an end', () => {
    for (const { en, zh } of needRules)
      for (const pattern of [
        ...en.map((one) => patternOf(one, 'en')),
        ...zh.map((one) => patternOf(one, 'zh')),
      ])
        expect(pattern.source).not.toMatch(/(?<!\\)[*+]|\{\d+,\}/);
  });
});

/** Any text, with much in it that the rules look at. */
const anything = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(...needful, ...needless),
      fc.constantFrom('not ', '不', '"', '\n> ', '。', ', ', '\u0301', 'ﬁ', '\ud800', '  '),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('whatever is said', () => {
  it('quotes are what was said, where it was said', () => {
    fc.assert(
      fc.property(anything, (said) => {
        for (const { quotes } of mine(said))
          for (const { start, end, text } of quotes) expect(said.slice(start, end)).toBe(text);
      }),
    );
  });

  it('the same words come to the same needs, and to such as the contract accepts', () => {
    fc.assert(
      fc.property(anything, (said) => {
        const needs = mine(said);
        expect(mine(said)).toEqual(needs);
        for (const need of needs) NeedContent.parse({ ...need, origin: {} });
      }),
    );
  });

  it('what is said next takes no need away', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...needful),
        fc.constantFrom(...needless.filter((said) => !/wrote|发件人/.test(said))),
        (needed, next) => {
          for (const both of [`${needed}\n${next}`, `${next}\n${needed}`])
            expect(kinds(both)).toEqual(kinds(needed));
        },
      ),
    );
  });
});

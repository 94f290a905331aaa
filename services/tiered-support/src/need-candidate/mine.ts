import type { ConversationLanguage, NeedContent, Quote, Turn } from '@steward/contracts';
import { type Clause, clausesOf } from './clauses.ts';
import { confidenceOf } from './confidence.ts';
import { isDenied } from './denial.ts';
import type { NeedRule } from './need-rule.ts';
import { patternOf } from './pattern.ts';
import { type PlainWords, plainWords, saidBetween } from './plain-words.ts';
import { needRules } from './rules.ts';

/** What was said; `turnsBefore` counts what had been said earlier in the same conversation. */
export interface Heard {
  readonly language: (typeof ConversationLanguage.options)[number];
  readonly turns: readonly Turn[];
  readonly turnsBefore: number;
}

export type MinedNeed = Omit<NeedContent, 'origin'>;

/** Finds in what was said what the customer may need. The rules are one; a model may be another. */
export type NeedMiner = (heard: Heard) => readonly MinedNeed[] | Promise<readonly MinedNeed[]>;

type Spoken = 'en' | 'zh';

/** A Chinese character says about as much as an English word. Other scripts are not ours to read. */
export const languageOf = (text: string): Spoken | 'other' => {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return 'other';
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/\p{Script=Latin}{1,60}/gu)?.length ?? 0;
  if (chinese + words === 0) return 'other';
  return chinese >= words ? 'zh' : 'en';
};

const compiled: Record<Spoken, readonly { readonly rule: NeedRule; readonly pattern: RegExp }[]> = {
  en: needRules.flatMap((rule) => rule.en.map((one) => ({ rule, pattern: patternOf(one, 'en') }))),
  zh: needRules.flatMap((rule) => rule.zh.map((one) => ({ rule, pattern: patternOf(one, 'zh') }))),
};

type Place = readonly [from: number, to: number];

interface Match {
  readonly rule: NeedRule;
  readonly place: Place;
  /** Where that stands which is needed. */
  readonly object: Place;
}

const overlap = ([from, to]: Place, [otherFrom, otherTo]: Place): boolean =>
  from < otherTo && otherFrom < to;

/** What the rules find in a clause; nothing that is needed is found twice. */
const matchesIn = (clause: Clause, language: Spoken): Match[] => {
  const found = compiled[language].flatMap(({ rule, pattern }): Match[] => {
    const match = pattern.exec(clause.text);
    const place = match?.indices?.[0];
    const object = match?.indices?.groups?.object;
    if (!place || !object) return [];
    const denied = rule.negation === 'denies' && isDenied(clause.text, { language, place });
    return denied ? [] : [{ rule, place, object }];
  });
  const strongest = found.toSorted((one, other) => other.rule.strength - one.rule.strength);
  return strongest
    .filter(
      ({ rule, object }, index) =>
        !strongest
          .slice(0, index)
          .some((kept) => kept.rule.kind === rule.kind || overlap(kept.object, object)),
    )
    .sort((one, other) => one.object[0] - other.object[0]);
};

/** Clauses that are longer than anybody reads at a glance are quoted in part. */
const quotedMax = 300;
const titleMax = 200;

interface Words {
  readonly said: string;
  readonly plain: PlainWords;
  readonly turn: number;
}

const quoteOf = (
  { said, plain, turn }: Words,
  { clause, place }: { readonly clause: Clause; readonly place: Place },
): Quote => {
  const { text, start } = clause;
  const isShort = text.length <= quotedMax;
  const lead = text.length - text.trimStart().length;
  const [from, to] = isShort ? [lead, text.trimEnd().length] : place;
  return { turn, ...saidBetween(said, plain, [start + from, start + to]) };
};

/** No character is cut in two. */
const titleOf = (title: string, words: string): string =>
  `${title}: ${words}`.slice(0, titleMax).replace(/\p{Surrogate}$/u, '');

const quotesMax = 20;

/** Who says in one breath twice that they need something needs it once: the surest is kept, with all the words. */
const togetherByKind = (needs: readonly MinedNeed[]): MinedNeed[] =>
  [...Map.groupBy(needs, ({ kind }) => kind).values()].flatMap((same) => {
    const [surest] = same.toSorted((one, other) => other.confidence - one.confidence);
    const quotes = same.flatMap((need) => need.quotes).slice(0, quotesMax);
    return surest ? [{ ...surest, quotes }] : [];
  });

const mineClause = (words: Words, clause: Clause, language: Spoken): MinedNeed[] =>
  matchesIn(clause, language).map(({ rule, place }) => {
    const { kind, leadsTo, title, ruleId } = rule;
    const quote = quoteOf(words, { clause, place });
    return {
      kind,
      leadsTo,
      title: titleOf(title, quote.text),
      source: { kind: 'rule', ruleId },
      quotes: [quote],
      language,
      ...confidenceOf(rule, clause),
    };
  });

const mineTurn = (said: string, turn: number, told: Heard['language']): MinedNeed[] => {
  const words = { said, turn, plain: plainWords(said) };
  const needs = clausesOf(words.plain.text).flatMap((clause) => {
    const language = told === 'auto' ? languageOf(clause.text) : told;
    return language === 'other' ? [] : mineClause(words, clause, language);
  });
  return togetherByKind(needs);
};

/**
 * What the customer may need, by rules that anybody can read: the same words always come to the same needs.
 * Each turn is read by itself, and what staff says is nobody's need.
 */
export const mineByRules = ({ language, turns, turnsBefore }: Heard): MinedNeed[] =>
  turns.flatMap(({ from, text }, index) =>
    from === 'staff' ? [] : mineTurn(text, turnsBefore + index, language),
  );

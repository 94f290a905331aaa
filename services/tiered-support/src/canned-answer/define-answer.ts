import type { CannedAnswerContent, CannedAnswerEvent } from '@steward/contracts';
import { type CannedAnswer, refuse, requireDefined } from './canned-answer.ts';
import { placeholders, placeholdersIn } from './render-answer.ts';

export interface DefineAnswer {
  readonly cannedAnswerId: string;
  readonly content: CannedAnswerContent;
  readonly at: Date;
}

const known: ReadonlySet<string> = new Set(placeholders);

const requireSound = ({ texts }: CannedAnswerContent): void => {
  const stray = texts
    .flatMap(({ text }) => placeholdersIn(text))
    .find((placeholder) => !known.has(placeholder));
  if (stray !== undefined)
    throw refuse('canned-answer-placeholder-unknown', `Nothing is known as {{${stray}}}`);
  const languages = texts.map(({ language }) => language);
  if (new Set(languages).size < languages.length)
    throw refuse('canned-answer-language-twice', 'There is one text for each language');
};

/** A shortcut whose answer was retired is free again. */
export const defineAnswer = (
  answer: CannedAnswer,
  { cannedAnswerId, content, at }: DefineAnswer,
): CannedAnswerEvent[] => {
  if (answer.status === 'defined')
    throw refuse('canned-answer-already-defined', `Canned answer ${cannedAnswerId} is defined`);
  requireSound(content);
  return [{ type: 'CannedAnswerDefined', data: { cannedAnswerId, content, at: at.toISOString() } }];
};

export const reviseAnswer = (
  answer: CannedAnswer,
  { cannedAnswerId, content, at }: DefineAnswer,
): CannedAnswerEvent[] => {
  requireDefined(answer, cannedAnswerId);
  requireSound(content);
  return [{ type: 'CannedAnswerRevised', data: { cannedAnswerId, content, at: at.toISOString() } }];
};

export const retireAnswer = (
  answer: CannedAnswer,
  { cannedAnswerId, at }: Omit<DefineAnswer, 'content'>,
): CannedAnswerEvent[] => {
  requireDefined(answer, cannedAnswerId);
  return [{ type: 'CannedAnswerRetired', data: { cannedAnswerId, at: at.toISOString() } }];
};

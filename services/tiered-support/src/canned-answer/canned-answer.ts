import type { CannedAnswerContent, CannedAnswerEvent } from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

/** Words that staff use again and again. What they were before, the history tells by version. */
export type CannedAnswer =
  | { readonly status: 'absent' }
  | (CannedAnswerContent & {
      readonly status: 'defined' | 'retired';
      readonly cannedAnswerId: string;
    });
export type KnownCannedAnswer = Existing<CannedAnswer>;

export const refuse = refusals({
  'canned-answer-already-defined': 'conflict',
  'canned-answer-not-found': 'notFound',
  'canned-answer-retired': 'conflict',
  'canned-answer-placeholder-unknown': 'invalid',
  'canned-answer-language-twice': 'invalid',
});

const evolve = (answer: CannedAnswer, { type, data }: CannedAnswerEvent): CannedAnswer => {
  if (type !== 'CannedAnswerRetired')
    return { status: 'defined', cannedAnswerId: data.cannedAnswerId, ...data.content };
  return answer.status === 'absent' ? answer : { ...answer, status: 'retired' };
};

export const cannedAnswer: Aggregate<CannedAnswer, CannedAnswerEvent> = {
  name: 'canned-answer',
  initial: { status: 'absent' },
  evolve,
};

export const requireDefined = (
  answer: CannedAnswer = { status: 'absent' },
  cannedAnswerId: string,
): KnownCannedAnswer => {
  if (answer.status === 'absent')
    throw refuse('canned-answer-not-found', `There is no canned answer ${cannedAnswerId}`);
  if (answer.status === 'retired')
    throw refuse('canned-answer-retired', `Canned answer ${cannedAnswerId} was retired`);
  return answer;
};

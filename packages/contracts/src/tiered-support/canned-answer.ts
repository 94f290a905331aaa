import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Instant, Name, Text } from '../primitives.ts';
import { Language } from './article.ts';

/** What staff type for it; it is also its id. */
export const Shortcut = z.string().regex(/^[a-z0-9][a-z0-9-]{0,49}$/);

/** All that a canned answer says. */
export const CannedAnswerContent = z.object({
  name: Name,
  /** The same in several languages; the first is for whoever asks for none of them. */
  texts: z
    .array(z.object({ language: Language, text: Text.regex(/\S/) }))
    .min(1)
    .max(20),
});
export type CannedAnswerContent = z.output<typeof CannedAnswerContent>;

const fact = { cannedAnswerId: Shortcut, at: Instant };

export const CannedAnswerDefined = event(
  'CannedAnswerDefined',
  'tiered-support.canned-answer.defined.v1',
  z.object({ ...fact, content: CannedAnswerContent }),
);

export const CannedAnswerRevised = event(
  'CannedAnswerRevised',
  'tiered-support.canned-answer.revised.v1',
  z.object({ ...fact, content: CannedAnswerContent }),
);

export const CannedAnswerRetired = event(
  'CannedAnswerRetired',
  'tiered-support.canned-answer.retired.v1',
  z.object(fact),
);

export const cannedAnswerNoun = noun('tiered-support.canned-answer', [
  CannedAnswerDefined,
  CannedAnswerRevised,
  CannedAnswerRetired,
]);
export type CannedAnswerEvent = EventOf<(typeof cannedAnswerNoun.events)[number]>;

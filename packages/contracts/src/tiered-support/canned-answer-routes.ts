import { z } from 'zod';
import { Instant, Text } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { Language } from './article.ts';
import { CannedAnswerContent, Shortcut } from './canned-answer.ts';

const CannedAnswerStatus = z.enum(['defined', 'retired']);

export const CannedAnswer = z.object({
  cannedAnswerId: Shortcut,
  status: CannedAnswerStatus,
  ...CannedAnswerContent.shape,
  /** How many messages were made from it, and when the last one was said. */
  uses: z.int(),
  lastUsedAt: Instant.optional(),
  version: z.int(),
});

export const cannedAnswerRoutes = {
  defineCannedAnswer: command('/v1/canned-answers', {
    summary: 'Define words that staff use again and again, by a shortcut',
    scope: 'support:write',
    creates: true,
    body: { cannedAnswerId: Shortcut, ...CannedAnswerContent.shape },
  }),
  reviseCannedAnswer: command('/v1/canned-answers/:cannedAnswerId/revisions', {
    summary: 'Give a canned answer other words',
    scope: 'support:write',
    body: CannedAnswerContent.shape,
  }),
  retireCannedAnswer: command('/v1/canned-answers/:cannedAnswerId/retirement', {
    summary: 'Use a canned answer no more; its shortcut may be defined anew',
    scope: 'support:write',
    body: {},
  }),
  readCannedAnswer: query('/v1/canned-answers/:cannedAnswerId', {
    summary: 'One canned answer, with its placeholders and how often it was used',
    scope: 'support:read',
    answer: CannedAnswer,
  }),
  listCannedAnswers: query('/v1/canned-answers', {
    summary: 'Canned answers by shortcut, with how often each was used',
    scope: 'support:read',
    filters: { ...paging, status: CannedAnswerStatus.optional() },
    answer: page(CannedAnswer),
  }),
  readCannedAnswerHistory: query('/v1/canned-answers/:cannedAnswerId/history', {
    summary: 'Every event of a canned answer',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
  renderCannedAnswer: query('/v1/tickets/:ticketId/canned-answers/:cannedAnswerId', {
    summary: 'A canned answer as it reads for one ticket, to be looked over before it is sent',
    scope: 'support:work',
    filters: { language: Language.optional() },
    answer: z.object({ cannedAnswerId: Shortcut, language: Language, text: Text }),
  }),
};

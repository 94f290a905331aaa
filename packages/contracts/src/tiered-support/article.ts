import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name } from '../primitives.ts';

/** A language as the web names it: `zh`, `en`, `pt-BR`. */
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/);

export const Audience = z.enum(['internal', 'customers']);
export const Tag = z.string().regex(/^\S.{0,49}$/);

/** All that an article says. */
export const ArticleContent = z.object({
  title: Name,
  body: z.string().regex(/\S/).max(50_000),
  language: Language,
  tags: z.array(Tag).max(20).default([]),
  audience: Audience,
});
export type ArticleContent = z.output<typeof ArticleContent>;

const fact = { articleId: Id, at: Instant };

export const ArticleDrafted = event(
  'ArticleDrafted',
  'tiered-support.article.drafted.v1',
  z.object({ ...fact, content: ArticleContent }),
);

/** It is to say something else; what was published stays as it is. */
export const ArticleRevised = event(
  'ArticleRevised',
  'tiered-support.article.revised.v1',
  z.object({ ...fact, content: ArticleContent }),
);

/** From now on this is what readers read. */
export const ArticlePublished = event(
  'ArticlePublished',
  'tiered-support.article.published.v1',
  z.object({ ...fact, publication: z.int().min(1), content: ArticleContent }),
);

export const ArticleRetired = event(
  'ArticleRetired',
  'tiered-support.article.retired.v1',
  z.object(fact),
);

export const articleNoun = noun('tiered-support.article', [
  ArticleDrafted,
  ArticleRevised,
  ArticlePublished,
  ArticleRetired,
]);
export type ArticleEvent = EventOf<(typeof articleNoun.events)[number]>;

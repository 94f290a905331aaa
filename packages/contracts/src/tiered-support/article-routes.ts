import { z } from 'zod';
import { Id, Instant } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { ArticleContent, Language, Tag } from './article.ts';

const ArticleStatus = z.enum(['draft', 'published', 'retired']);

export const Article = z.object({
  articleId: Id,
  status: ArticleStatus,
  ...ArticleContent.shape,
  /** Which of its publications this is, from 1; what has none has not been published yet. */
  publication: z.int().optional(),
  publishedAt: Instant.optional(),
  version: z.int(),
});

export const articleRoutes = {
  draftArticle: command('/v1/articles', {
    summary: 'Write down what somebody may need to know again',
    scope: 'support:work',
    creates: true,
    body: { articleId: Id.optional(), ...ArticleContent.shape },
  }),
  reviseArticle: command('/v1/articles/:articleId/revisions', {
    summary: 'Draft other words for an article; readers read what was published until these are',
    scope: 'support:work',
    body: ArticleContent.shape,
  }),
  publishArticle: command('/v1/articles/:articleId/publication', {
    summary: 'Let readers read what was drafted last',
    scope: 'support:write',
    body: {},
  }),
  retireArticle: command('/v1/articles/:articleId/retirement', {
    summary: 'Let nobody read an article any more',
    scope: 'support:write',
    body: {},
  }),
  readArticle: query('/v1/articles/:articleId', {
    summary: 'One article: for customers as published for them, for staff as drafted last',
    scope: 'tickets:read',
    filters: {
      /** Which publication, where it is not the last. */
      publication: z.coerce.number().int().min(1).optional(),
    },
    answer: Article,
  }),
  listArticles: query('/v1/articles', {
    summary: 'Articles by id, filtered',
    scope: 'tickets:read',
    filters: {
      ...paging,
      language: Language.optional(),
      tag: Tag.optional(),
      status: ArticleStatus.optional(),
    },
    answer: page(Article),
  }),
  readArticleHistory: query('/v1/articles/:articleId/history', {
    summary: 'Every event of an article',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};

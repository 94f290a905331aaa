import type { ArticleEvent } from '@steward/contracts';
import { type Article, refuse, requireCurrent } from './article.ts';

export interface PublishArticle {
  readonly articleId: string;
  readonly at: Date;
}

/** Publishes what was drafted last; the same twice would be no news for anybody. */
export const publishArticle = (
  article: Article,
  { articleId, at }: PublishArticle,
): ArticleEvent[] => {
  const { content, isDraft, published } = requireCurrent(article, articleId);
  if (!isDraft)
    throw refuse('article-already-published', `Article ${articleId} has nothing new to publish`);
  const publication = (published?.publication ?? 0) + 1;
  const data = { articleId, at: at.toISOString(), publication, content };
  return [{ type: 'ArticlePublished', data }];
};

export const retireArticle = (
  article: Article,
  { articleId, at }: PublishArticle,
): ArticleEvent[] => {
  requireCurrent(article, articleId);
  return [{ type: 'ArticleRetired', data: { articleId, at: at.toISOString() } }];
};

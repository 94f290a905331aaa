import type { ArticleContent, ArticleEvent } from '@steward/contracts';
import { type Article, refuse, requireCurrent } from './article.ts';

export interface DraftArticle {
  readonly articleId: string;
  readonly content: ArticleContent;
  readonly at: Date;
}

export const draftArticle = (
  article: Article,
  { articleId, content, at }: DraftArticle,
): ArticleEvent[] => {
  if (article.status !== 'absent')
    throw refuse('article-already-drafted', `Article ${articleId} was already drafted`);
  return [{ type: 'ArticleDrafted', data: { articleId, content, at: at.toISOString() } }];
};

export const reviseArticle = (
  article: Article,
  { articleId, content, at }: DraftArticle,
): ArticleEvent[] => {
  requireCurrent(article, articleId);
  return [{ type: 'ArticleRevised', data: { articleId, content, at: at.toISOString() } }];
};

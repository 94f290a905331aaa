import type { ArticleContent, ArticleEvent } from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

/** What readers read. */
export interface Publication {
  /** Which one of the article, from 1. */
  readonly publication: number;
  readonly publishedAt: string;
  readonly content: ArticleContent;
}

/** Something that somebody may need to know again. Its former publications its history tells. */
export type Article =
  | { readonly status: 'absent' }
  | {
      readonly status: 'draft' | 'published' | 'retired';
      readonly articleId: string;
      /** What was drafted last. */
      readonly content: ArticleContent;
      readonly isDraft: boolean;
      readonly published?: Publication | undefined;
    };
export type KnownArticle = Existing<Article>;

export const refuse = refusals({
  'article-already-drafted': 'conflict',
  'article-not-found': 'notFound',
  'article-retired': 'conflict',
  'article-already-published': 'conflict',
});

const evolve = (article: Article, { type, data }: ArticleEvent): Article => {
  const { articleId, at: publishedAt } = data;
  if (type === 'ArticleDrafted')
    return { status: 'draft', articleId, content: data.content, isDraft: true };
  if (article.status === 'absent') return article;
  switch (type) {
    case 'ArticleRevised':
      return { ...article, content: data.content, isDraft: true };
    case 'ArticlePublished': {
      const { publication, content } = data;
      const published = { publication, publishedAt, content };
      return { ...article, status: 'published', isDraft: false, published };
    }
    case 'ArticleRetired':
      return { ...article, status: 'retired' };
  }
};

export const article: Aggregate<Article, ArticleEvent> = {
  name: 'article',
  initial: { status: 'absent' },
  evolve,
};

export const requireCurrent = (
  article: Article = { status: 'absent' },
  articleId: string,
): KnownArticle => {
  if (article.status === 'absent')
    throw refuse('article-not-found', `There is no article ${articleId}`);
  if (article.status === 'retired')
    throw refuse('article-retired', `Article ${articleId} was retired`);
  return article;
};

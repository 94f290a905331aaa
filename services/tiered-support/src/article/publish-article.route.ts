import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { publishArticle, retireArticle } from './publish-article.ts';

export const publishArticleRoute = ({ articles }: Dependencies) =>
  answer(tieredSupportRoutes.publishArticle, ({ params: { articleId }, because }) => {
    const command = { articleId, at: because.at };
    return articles.change(articleId, (article) => publishArticle(article, command), because);
  });

export const retireArticleRoute = ({ articles }: Dependencies) =>
  answer(tieredSupportRoutes.retireArticle, ({ params: { articleId }, because }) => {
    const command = { articleId, at: because.at };
    return articles.change(articleId, (article) => retireArticle(article, command), because);
  });

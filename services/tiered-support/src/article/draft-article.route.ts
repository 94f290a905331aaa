import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { draftArticle, reviseArticle } from './draft-article.ts';

export const draftArticleRoute = ({ articles, newId }: Dependencies) =>
  answer(tieredSupportRoutes.draftArticle, ({ body, because }) => {
    const { articleId = newId(), ...content } = body;
    const command = { articleId, content, at: because.at };
    return articles.create(articleId, (article) => draftArticle(article, command), because);
  });

export const reviseArticleRoute = ({ articles }: Dependencies) =>
  answer(tieredSupportRoutes.reviseArticle, ({ params: { articleId }, body, because }) => {
    const command = { articleId, content: body, at: because.at };
    return articles.change(articleId, (article) => reviseArticle(article, command), because);
  });

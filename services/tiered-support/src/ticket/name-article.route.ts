import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { requireCurrent } from '../article/article.ts';
import type { Dependencies } from '../dependencies.ts';
import { nameArticle } from './name-article.ts';

export const nameArticleRoute = ({ tickets, articles }: Dependencies) =>
  answer(tieredSupportRoutes.nameArticle, async ({ params: { ticketId }, body, because }) => {
    const { articleId } = body;
    const article = await articles.read(articleId);
    requireCurrent(article?.state, articleId);
    const command = { ticketId, articleId, at: because.at };
    return tickets.change(ticketId, (ticket) => nameArticle(ticket, command), because);
  });

import type { TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { unrelated } from './relations.ts';
import { type OnTicket, requireTicket } from './require-ticket.ts';
import { refuse, type Ticket } from './ticket.ts';

const articlesMax = 50;

/** Names what helped, or might; also when all is over, for whoever has the same question. */
export const nameArticle = (
  ticket: Ticket,
  command: OnTicket & { readonly articleId: string },
): TicketEvent[] => {
  const raised = requireTicket(ticket, command);
  const { ticketId, articleId, at } = command;
  const { articles } = raised.relations ?? unrelated;
  if (articles.includes(articleId))
    throw refuse('ticket-article-already-named', `Ticket ${ticketId} names ${articleId} already`);
  if (articles.length >= articlesMax)
    throw refuse('ticket-articles-too-many', `Ticket ${ticketId} names ${articlesMax} articles`);
  return [{ type: 'TicketArticleNamed', data: { ...factOf(raised, raised.label, at), articleId } }];
};

import { z } from 'zod';
import { Id, Name } from '../primitives.ts';
import { command } from '../route.ts';
import { Priority } from './priority.ts';
import { LinkKind, Watcher } from './ticket-relations.ts';

/** What staff may say that two tickets are to each other; the rest follows from splitting. */
const link = { toTicketId: Id, kind: LinkKind.exclude(['split-into', 'split-of']) };

/** Whom it is about, where that is not the caller. */
const watcher = { watcher: Watcher.optional() };

export const ticketRelationRoutes = {
  mergeTicket: command('/v1/tickets/:ticketId/merging', {
    summary: 'Let an open ticket go on in another one of the same account, and end here',
    scope: 'support:work',
    body: { intoTicketId: Id },
  }),
  splitTicket: command('/v1/tickets/:ticketId/splitting', {
    summary: 'Raise a ticket of its own for some of what was said; the answer names the new one',
    scope: 'support:work',
    body: {
      newTicketId: Id.optional(),
      messageIds: z.array(Id).min(1).max(20),
      subject: Name,
      /** That of the ticket that it is split from, unless told otherwise. */
      priority: Priority.optional(),
    },
  }),
  linkTicket: command('/v1/tickets/:ticketId/links', {
    summary: 'Say what a ticket is to another one; the other one says the same from its side',
    scope: 'support:work',
    body: link,
  }),
  unlinkTicket: command('/v1/tickets/:ticketId/unlinking', {
    summary: 'Take back, on both sides, what a ticket was said to be to another one',
    scope: 'support:work',
    body: link,
  }),
  nameArticle: command('/v1/tickets/:ticketId/articles', {
    summary: 'Name an article that helps with a ticket',
    scope: 'support:work',
    body: { articleId: Id },
  }),
  watchTicket: command('/v1/tickets/:ticketId/watchers', {
    summary: 'Watch a ticket, or have a colleague watch it',
    scope: 'tickets:write',
    body: watcher,
  }),
  unwatchTicket: command('/v1/tickets/:ticketId/unwatching', {
    summary: 'Watch a ticket no more, or have a colleague relieved of it',
    scope: 'tickets:write',
    body: watcher,
  }),
};

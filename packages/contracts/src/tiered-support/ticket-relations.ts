import { z } from 'zod';
import { event } from '../event.ts';
import { Id, Instant, Text } from '../primitives.ts';
import { attachments } from './attachment.ts';
import { Held } from './desk.ts';
import { fact } from './ticket-fact.ts';
import { MessageChannel, MessageFrom } from './ticket-message.ts';

/** What one ticket is to another, seen from itself. */
export const LinkKind = z.enum([
  'related',
  'causes',
  'caused-by',
  'duplicates',
  'duplicated-by',
  'split-into',
  'split-of',
]);
export type LinkKind = z.output<typeof LinkKind>;

/** Another ticket, and what this one is to it. */
export const TicketLink = z.object({ ticketId: Id, kind: LinkKind });
export type TicketLink = z.output<typeof TicketLink>;

/** A user who wants to know what becomes of a ticket, by the subject of their token. */
export const Watcher = z.string().min(1).max(200);

/** It goes on in another ticket of the same account; nothing more becomes of this one. */
export const TicketMerged = event(
  'TicketMerged',
  'tiered-support.ticket.merged.v1',
  z.object({ ...fact, held: Held, intoTicketId: Id }),
);

/** Another ticket goes on in this one, and whoever watched that one watches this one now. */
export const TicketTookIn = event(
  'TicketTookIn',
  'tiered-support.ticket.took-in.v1',
  z.object({ ...fact, fromTicketId: Id, watchers: z.array(Watcher) }),
);

export const TicketLinked = event(
  'TicketLinked',
  'tiered-support.ticket.linked.v1',
  z.object({ ...fact, link: TicketLink }),
);

export const TicketUnlinked = event(
  'TicketUnlinked',
  'tiered-support.ticket.unlinked.v1',
  z.object({ ...fact, link: TicketLink }),
);

/** What was said in the ticket that this one was split from: told again, and no answer to anything here. */
export const TicketMessageTakenOver = event(
  'TicketMessageTakenOver',
  'tiered-support.ticket.message-taken-over.v1',
  z.object({
    ...fact,
    fromTicketId: Id,
    messageId: Id,
    from: MessageFrom,
    channel: MessageChannel,
    text: Text.min(1),
    attachments,
    saidAt: Instant,
    /** Who wrote it down then. */
    saidBy: z.string(),
  }),
);

export const TicketWatched = event(
  'TicketWatched',
  'tiered-support.ticket.watched.v1',
  z.object({ ...fact, watcher: Watcher }),
);

export const TicketUnwatched = event(
  'TicketUnwatched',
  'tiered-support.ticket.unwatched.v1',
  z.object({ ...fact, watcher: Watcher }),
);

/** A task for somebody else in the company was set at it. */
export const TicketTaskSet = event(
  'TicketTaskSet',
  'tiered-support.ticket.task-set.v1',
  z.object({ ...fact, taskId: Id }),
);

/** An article helps with it. */
export const TicketArticleNamed = event(
  'TicketArticleNamed',
  'tiered-support.ticket.article-named.v1',
  z.object({ ...fact, articleId: Id }),
);

/** All facts that tell what a ticket has to do with others. */
export const relationFacts = [
  TicketMerged,
  TicketTookIn,
  TicketLinked,
  TicketUnlinked,
  TicketMessageTakenOver,
  TicketWatched,
  TicketUnwatched,
  TicketTaskSet,
  TicketArticleNamed,
] as const;

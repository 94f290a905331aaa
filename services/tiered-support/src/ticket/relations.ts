import type { TicketEvent, TicketLink } from '@steward/contracts';

/** What a ticket has to do with other tickets, with people, with tasks and with what is known. */
export interface Relations {
  /** Where it goes on. */
  readonly mergedInto?: string | undefined;
  /** The tickets that go on in it. */
  readonly tookIn: readonly string[];
  readonly links: readonly TicketLink[];
  readonly watchers: readonly string[];
  readonly tasks: readonly string[];
  readonly articles: readonly string[];
}

type RelationEvent = Extract<
  TicketEvent,
  {
    type:
      | 'TicketTookIn'
      | 'TicketLinked'
      | 'TicketUnlinked'
      | 'TicketMessageTakenOver'
      | 'TicketWatched'
      | 'TicketUnwatched'
      | 'TicketTaskSet'
      | 'TicketArticleNamed';
  }
>;

export const unrelated: Relations = {
  tookIn: [],
  links: [],
  watchers: [],
  tasks: [],
  articles: [],
};

export const isSameLink = (one: TicketLink, other: TicketLink): boolean =>
  one.ticketId === other.ticketId && one.kind === other.kind;

export const related = (
  relations: Relations = unrelated,
  { type, data }: RelationEvent,
): Relations => {
  const { tookIn, links, watchers, tasks, articles } = relations;
  switch (type) {
    case 'TicketTookIn':
      return {
        ...relations,
        tookIn: [...tookIn, data.fromTicketId],
        watchers: [...new Set([...watchers, ...data.watchers])],
      };
    case 'TicketLinked':
      return { ...relations, links: [...links, data.link] };
    case 'TicketUnlinked':
      return { ...relations, links: links.filter((link) => !isSameLink(link, data.link)) };
    case 'TicketWatched':
      return { ...relations, watchers: [...watchers, data.watcher] };
    case 'TicketUnwatched':
      return { ...relations, watchers: watchers.filter((watcher) => watcher !== data.watcher) };
    case 'TicketTaskSet':
      return { ...relations, tasks: [...tasks, data.taskId] };
    case 'TicketArticleNamed':
      return { ...relations, articles: [...articles, data.articleId] };
    case 'TicketMessageTakenOver':
      return relations;
  }
};

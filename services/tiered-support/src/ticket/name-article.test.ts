import { TicketArticleNamed, type TicketEvent } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { fact, moment, pastOf, raised } from '../fixtures/ticket-past.ts';
import { nameArticle } from './name-article.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const command = { ticketId: 't-1', articleId: 'a-1', at: moment('10:10') };
const named = (articleId = 'a-1', label = 'queued'): TicketEvent => ({
  type: 'TicketArticleNamed',
  data: { ...fact('10:10', label), articleId },
});

describe('name an article that helps with a ticket', () => {
  it.each(Object.keys(pastOf) as (keyof typeof pastOf)[])('that is %s', (status) => {
    given(...pastOf[status])
      .when((ticket) => nameArticle(ticket, command))
      .thenEmits(named('a-1', status));
    const state = [...pastOf[status], named('a-1', status)].reduce(ticket.evolve, ticket.initial);
    expect(state).toMatchObject({ status, relations: { articles: ['a-1'] } });
    expect(TicketArticleNamed.parse(named())).toEqual(named());
  });

  it.each([
    { what: 'twice', past: [raised(), named()], code: 'ticket-article-already-named' },
    {
      what: 'as the fifty-first',
      past: [raised(), ...Array.from({ length: 50 }, (_, index) => named(`b-${index}`))],
      code: 'ticket-articles-too-many',
    },
    { what: 'that is not there', past: [], code: 'ticket-not-found' },
  ])('is refused $what', ({ past, code }) => {
    given(...past)
      .when((ticket) => nameArticle(ticket, command))
      .thenRefuses(code);
  });
});

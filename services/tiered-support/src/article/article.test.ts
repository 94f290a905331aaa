import { type ArticleContent, type ArticleEvent, articleNoun } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { at, moment } from '../fixtures/ticket-past.ts';
import { type Article, article } from './article.ts';
import { draftArticle, reviseArticle } from './draft-article.ts';
import { publishArticle, retireArticle } from './publish-article.ts';

const given = scenario(article);
const content = (title = 'Change the lamp'): ArticleContent => ({
  title,
  body: 'Turn it to the left.',
  language: 'en',
  tags: ['lamp'],
  audience: 'customers',
});
const on = { articleId: 'a-1', at: moment('09:00') };
const fact = { articleId: 'a-1', at: at('09:00') };

const drafted: ArticleEvent = { type: 'ArticleDrafted', data: { ...fact, content: content() } };
const revised: ArticleEvent = {
  type: 'ArticleRevised',
  data: { ...fact, content: content('Lamps') },
};
const published = (publication = 1, title?: string): ArticleEvent => ({
  type: 'ArticlePublished',
  data: { ...fact, publication, content: content(title) },
});
const retired: ArticleEvent = { type: 'ArticleRetired', data: fact };

const draft = (article: Article) => draftArticle(article, { ...on, content: content() });
const revise = (article: Article) => reviseArticle(article, { ...on, content: content('Lamps') });
const publish = (article: Article) => publishArticle(article, on);
const retire = (article: Article) => retireArticle(article, on);

describe('an article', () => {
  it.each([
    { what: 'is drafted', past: [], decide: draft, event: drafted },
    { what: 'is revised as a draft', past: [drafted], decide: revise, event: revised },
    { what: 'is published', past: [drafted], decide: publish, event: published() },
    {
      what: 'is revised when it is published',
      past: [drafted, published()],
      decide: revise,
      event: revised,
    },
    {
      what: 'is published again as it was revised',
      past: [drafted, published(), revised],
      decide: publish,
      event: published(2, 'Lamps'),
    },
    { what: 'is retired as a draft', past: [drafted], decide: retire, event: retired },
    { what: 'is retired', past: [drafted, published()], decide: retire, event: retired },
  ])('$what', ({ past, decide, event }) => {
    given(...past)
      .when(decide)
      .thenEmits(event);
    expect(articleNoun.events.find(({ type }) => type === event.type)?.parse(event)).toEqual(event);
  });

  it.each([
    { what: 'drafted twice', past: [drafted], decide: draft, code: 'article-already-drafted' },
    {
      what: 'drafted anew when it is retired',
      past: [drafted, retired],
      decide: draft,
      code: 'article-already-drafted',
    },
    {
      what: 'published twice as it is',
      past: [drafted, published()],
      decide: publish,
      code: 'article-already-published',
    },
    ...[revise, publish, retire].flatMap((decide, index) => {
      const verb = ['revised', 'published', 'retired'][index];
      return [
        { what: `${verb} before it is there`, past: [], decide, code: 'article-not-found' },
        {
          what: `${verb} when it is retired`,
          past: [drafted, retired],
          decide,
          code: 'article-retired',
        },
      ];
    }),
  ])('is not $what', ({ past, decide, code }) => {
    given(...past)
      .when(decide)
      .thenRefuses(code);
  });

  it('is read as it was published while a newer draft is there', () => {
    const state = [drafted, published(), revised].reduce(article.evolve, article.initial);
    expect(state).toMatchObject({
      status: 'published',
      isDraft: true,
      content: { title: 'Lamps' },
      published: { publication: 1, content: { title: 'Change the lamp' } },
    });
  });
});

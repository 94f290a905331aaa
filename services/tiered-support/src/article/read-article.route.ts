import { type ArticleEvent, type DataOf, isStaff, tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { eachItem } from '../every-item.ts';
import type { KnownArticle, Publication } from './article.ts';

type Published = DataOf<ArticleEvent, 'ArticlePublished'>;

const publicationAnswer = (
  { version, state: { articleId, status } }: Read<KnownArticle>,
  { content, ...told }: Publication,
) => ({ articleId, status, ...content, ...told, version });

/** What staff go on with: what was drafted last, which may be what is published. */
const latestAnswer = (read: Read<KnownArticle>) => {
  const { articleId, status, content, isDraft, published } = read.state;
  return published && !isDraft
    ? publicationAnswer(read, published)
    : { articleId, status, ...content, version: read.version };
};

const isForCustomers = (
  { status }: KnownArticle,
  publication: Publication | undefined,
): publication is Publication =>
  status === 'published' && publication?.content.audience === 'customers';

/** One of its publications, which its history tells. */
const formerPublication = async (
  { articles }: Dependencies,
  articleId: string,
  publication: number,
): Promise<Publication | undefined> => {
  const publications = eachItem((request) =>
    articles.history(articleId, request, ['ArticlePublished']),
  );
  for await (const entry of publications) {
    const { publication: number, at, content } = entry.data as Published;
    if (number === publication) return { publication, publishedAt: at, content };
  }
  return undefined;
};

export const readArticleRoute = (dependencies: Dependencies) =>
  answer(
    tieredSupportRoutes.readArticle,
    async ({ params: { articleId }, query: { publication }, principal }) => {
      const read = await dependencies.articles.read(articleId);
      if (!exists(read)) return undefined;
      if (publication === undefined && isStaff(principal)) return latestAnswer(read);
      const { state } = read;
      // What is for customers now may not always have been, nor what was for them still be.
      if (!isStaff(principal) && !isForCustomers(state, state.published)) return undefined;
      const wanted =
        publication === undefined
          ? state.published
          : await formerPublication(dependencies, articleId, publication);
      const isSeen = isStaff(principal) || isForCustomers(state, wanted);
      return wanted && isSeen ? publicationAnswer(read, wanted) : undefined;
    },
  );

export const listArticlesRoute = ({ articles }: Dependencies) =>
  answer(tieredSupportRoutes.listArticles, async ({ query, principal }) => {
    const { language, tag, status, ...request } = query;
    if (isStaff(principal)) {
      const wanted = { status, 'content.language': language, 'content.tags': tag };
      const page = await articles.list(wanted, request);
      return { ...page, items: page.items.filter(exists).map(latestAnswer) };
    }
    if (status !== undefined && status !== 'published') return { items: [] };
    const wanted = {
      status: 'published',
      'published.content.audience': 'customers',
      'published.content.language': language,
      'published.content.tags': tag,
    };
    const page = await articles.list(wanted, request);
    const items = page.items
      .filter(exists)
      .flatMap((read) =>
        read.state.published ? [publicationAnswer(read, read.state.published)] : [],
      );
    return { ...page, items };
  });

export const readArticleHistoryRoute = ({ articles }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readArticleHistory, articles);

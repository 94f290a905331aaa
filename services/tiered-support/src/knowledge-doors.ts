import type { Doors } from '@steward/service';
import { draftArticleRoute, reviseArticleRoute } from './article/draft-article.route.ts';
import { publishArticleRoute, retireArticleRoute } from './article/publish-article.route.ts';
import {
  listArticlesRoute,
  readArticleHistoryRoute,
  readArticleRoute,
} from './article/read-article.route.ts';
import { cannedAnswerUses } from './canned-answer/canned-answer-uses.projection.ts';
import {
  defineCannedAnswerRoute,
  retireCannedAnswerRoute,
  reviseCannedAnswerRoute,
} from './canned-answer/define-answer.route.ts';
import {
  listCannedAnswersRoute,
  readCannedAnswerHistoryRoute,
  readCannedAnswerRoute,
} from './canned-answer/read-answer.route.ts';
import { renderCannedAnswerRoute } from './canned-answer/render-answer.route.ts';
import type { Dependencies } from './dependencies.ts';
import { nameArticleRoute } from './ticket/name-article.route.ts';

export const knowledgeDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    defineCannedAnswerRoute(dependencies),
    reviseCannedAnswerRoute(dependencies),
    retireCannedAnswerRoute(dependencies),
    readCannedAnswerRoute(dependencies),
    listCannedAnswersRoute(dependencies),
    readCannedAnswerHistoryRoute(dependencies),
    renderCannedAnswerRoute(dependencies),
    draftArticleRoute(dependencies),
    reviseArticleRoute(dependencies),
    publishArticleRoute(dependencies),
    retireArticleRoute(dependencies),
    readArticleRoute(dependencies),
    listArticlesRoute(dependencies),
    readArticleHistoryRoute(dependencies),
    nameArticleRoute(dependencies),
  ],
  consumers: [],
  projections: [cannedAnswerUses],
});

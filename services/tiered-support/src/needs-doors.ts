import type { Doors } from '@steward/service';
import { eraseConversationRoute } from './conversation/erase-conversation.route.ts';
import {
  listConversationsRoute,
  readConversationHistoryRoute,
  readConversationRoute,
} from './conversation/read-conversation.route.ts';
import {
  closeConversationRoute,
  continueConversationRoute,
  recordConversationRoute,
} from './conversation/record-conversation.route.ts';
import type { Dependencies } from './dependencies.ts';
import { acceptNeedRoute, rejectNeedRoute } from './need-candidate/decide-need.route.ts';
import {
  findNeedsInConversation,
  findNeedsOnTicketMessageAdded,
} from './need-candidate/find-needs.consumer.ts';
import {
  followNeedToOffering,
  followNeedToOutcome,
} from './need-candidate/follow-need.consumer.ts';
import {
  listNeedCandidatesRoute,
  readNeedCandidateHistoryRoute,
  readNeedCandidateRoute,
} from './need-candidate/read-need.route.ts';
import { reportNeedRoute } from './need-candidate/report-need.route.ts';

export const needsDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    recordConversationRoute(dependencies),
    continueConversationRoute(dependencies),
    closeConversationRoute(dependencies),
    eraseConversationRoute(dependencies),
    readConversationRoute(dependencies),
    listConversationsRoute(dependencies),
    readConversationHistoryRoute(dependencies),
    reportNeedRoute(dependencies),
    acceptNeedRoute(dependencies),
    rejectNeedRoute(dependencies),
    readNeedCandidateRoute(dependencies),
    listNeedCandidatesRoute(dependencies),
    readNeedCandidateHistoryRoute(dependencies),
  ],
  consumers: [
    findNeedsInConversation(dependencies),
    findNeedsOnTicketMessageAdded(dependencies),
    followNeedToOutcome(dependencies),
    followNeedToOffering(dependencies),
  ],
  projections: [],
});

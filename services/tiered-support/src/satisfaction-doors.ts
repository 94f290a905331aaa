import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import { ringDue } from './ring-due.ts';
import { answerSurveyRoute } from './survey/answer-survey.route.ts';
import { cancelSurveyOnTicketReopened } from './survey/cancel-survey.consumer.ts';
import { expireSurvey } from './survey/end-survey.ts';
import { eraseSurveyRoute } from './survey/erase-survey.route.ts';
import { offerSurveyOnTicketResolved } from './survey/offer-survey.consumer.ts';
import {
  listSurveysRoute,
  readSurveyHistoryRoute,
  readSurveyLinkRoute,
  readSurveyRoute,
} from './survey/read-survey.route.ts';
import { summariseSurveysRoute } from './survey/summarise-surveys.route.ts';
import { surveyResults } from './survey/survey-results.projection.ts';
import {
  defineSurveyPolicyRoute,
  reviseSurveyPolicyRoute,
} from './survey-policy/define-survey-policy.route.ts';
import {
  listSurveyPoliciesRoute,
  readSurveyPolicyHistoryRoute,
  readSurveyPolicyRoute,
} from './survey-policy/read-survey-policy.route.ts';
import { rateTicketOnSurveyAnswered } from './ticket/rate-by-survey.consumer.ts';

export const satisfactionDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    defineSurveyPolicyRoute(dependencies),
    reviseSurveyPolicyRoute(dependencies),
    readSurveyPolicyRoute(dependencies),
    listSurveyPoliciesRoute(dependencies),
    readSurveyPolicyHistoryRoute(dependencies),
    listSurveysRoute(dependencies),
    summariseSurveysRoute(dependencies),
    readSurveyRoute(dependencies),
    readSurveyHistoryRoute(dependencies),
    readSurveyLinkRoute(dependencies),
    answerSurveyRoute(dependencies),
    eraseSurveyRoute(dependencies),
  ],
  consumers: [
    offerSurveyOnTicketResolved(dependencies),
    cancelSurveyOnTicketReopened(dependencies),
    rateTicketOnSurveyAnswered(dependencies),
  ],
  projections: [surveyResults],
  timers: [ringDue('expireSurveys', dependencies.surveys, 'dueAt', expireSurvey)],
});

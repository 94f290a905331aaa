import { isStaff, tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory, maySee, type Principal, visibleOnly } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { type KnownSurvey, refuse, wasSent } from './survey.ts';

/** A survey as the outside sees it, without what proves that somebody holds its link. */
const surveyAnswer = ({ version, state }: Read<KnownSurvey>) => {
  if (!wasSent(state)) return { ...state, version };
  const { secretHash: _, policyVersion: __, ...seen } = state;
  return { ...seen, dueAt: undefined, version };
};

/** What a query must ask for besides: customers see what asks them, staff all of it. */
const askedOf = (principal: Principal) =>
  isStaff(principal) ? {} : { 'receiver.kind': 'user', 'receiver.id': principal.subject };

const isVisible = (principal: Principal, { accountId, receiver }: KnownSurvey): boolean =>
  isStaff(principal) ||
  (maySee(principal, { accountId }) &&
    receiver?.kind === 'user' &&
    receiver.id === principal.subject);

export const readSurveyRoute = ({ surveys }: Dependencies) =>
  answer(tieredSupportRoutes.readSurvey, async ({ params: { surveyId }, principal }) => {
    const read = await surveys.read(surveyId);
    return exists(read) && isVisible(principal, read.state) ? surveyAnswer(read) : undefined;
  });

export const listSurveysRoute = ({ surveys }: Dependencies) =>
  answer(tieredSupportRoutes.listSurveys, async ({ query, principal }) => {
    const { status, accountId, ticketId, ...request } = query;
    const where = { status, accountId, ticketId, ...askedOf(principal) };
    const page = await surveys.list(visibleOnly(principal, where), request);
    return { ...page, items: page.items.filter(exists).map(surveyAnswer) };
  });

export const readSurveyHistoryRoute = ({ surveys }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readSurveyHistory, surveys);

/** Made anew each time that it is asked for: nothing keeps it. */
export const readSurveyLinkRoute = ({ surveys, surveyLinks, now }: Dependencies) =>
  answer(tieredSupportRoutes.readSurveyLink, async ({ params: { surveyId } }) => {
    const read = await surveys.read(surveyId);
    if (!exists(read)) return undefined;
    const { state } = read;
    if (state.status !== 'offered')
      throw refuse('survey-not-open', `Survey ${surveyId} is ${state.status}`);
    const { receiver, sendFrom, expiresAt } = state;
    if (now().getTime() < Date.parse(sendFrom))
      throw refuse('survey-not-to-be-sent-yet', `Survey ${surveyId} is to be sent at ${sendFrom}`);
    const secret = surveyLinks.secretFor(state);
    if (secret === undefined)
      throw new Error(`The key that made the link of survey ${surveyId} is gone`);
    return { surveyId, receiver, secret, sendFrom, expiresAt };
  });

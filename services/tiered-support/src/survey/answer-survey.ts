import type { SurveyAnswer, SurveyEvent } from '@steward/contracts';
import { refuse, type SentSurvey, type Survey, wasSent } from './survey.ts';

/** Who answers, as far as it tells whether they are the receiver. */
export interface Answerer {
  readonly subject: string;
  readonly isCustomer: boolean;
  readonly accountId?: string | undefined;
}

export interface AnswerSurvey {
  readonly surveyId: string;
  readonly answerer: Answerer;
  /** Whether they hold the secret of the link. */
  readonly hasSecret: (secretHash: string) => boolean;
  readonly score: number;
  readonly comment?: string | undefined;
  readonly answers: readonly SurveyAnswer[];
  readonly at: Date;
}

/** A contact is no user of ours: whoever of the account was given the link answers for them. */
export const isReceiver = (
  { receiver, accountId }: Pick<SentSurvey, 'receiver' | 'accountId'>,
  answerer: Answerer,
): boolean =>
  answerer.isCustomer &&
  answerer.accountId === accountId &&
  (receiver.kind === 'contact' || receiver.id === answerer.subject);

/** For whoever is not the receiver, or does not hold the secret, there is no such survey. */
const requireSent = (
  survey: Survey,
  { surveyId, answerer, hasSecret }: AnswerSurvey,
): SentSurvey => {
  if (!wasSent(survey) || !isReceiver(survey, answerer) || !hasSecret(survey.secretHash))
    throw refuse('survey-not-found', `There is no survey ${surveyId}`);
  return survey;
};

const requireUnanswered = (survey: SentSurvey, { surveyId, at }: AnswerSurvey): void => {
  if (survey.status === 'answered')
    throw refuse('survey-already-answered', `Survey ${surveyId} was answered`);
  if (survey.status === 'cancelled')
    throw refuse(
      'survey-superseded',
      'The ticket was reopened; its next resolution is asked about',
    );
  if (survey.status === 'expired' || at.getTime() >= Date.parse(survey.expiresAt))
    throw refuse(
      'survey-expired',
      `Survey ${surveyId} could be answered until ${survey.expiresAt}`,
    );
};

const requireAsked = ({ questions }: SentSurvey, answers: readonly SurveyAnswer[]): void => {
  const stray = answers.find(
    ({ questionId }, index) =>
      !questions.some((question) => question.questionId === questionId) ||
      answers.findIndex((other) => other.questionId === questionId) < index,
  );
  if (stray)
    throw refuse('survey-question-unknown', `${stray.questionId} was not asked, or not so often`);
};

export const answerSurvey = (survey: Survey, command: AnswerSurvey): SurveyEvent[] => {
  const sent = requireSent(survey, command);
  requireUnanswered(sent, command);
  const { score, comment, answers, at } = command;
  requireAsked(sent, answers);
  const { surveyId, ticketId, accountId, resolvedAt } = sent;
  const about = { surveyId, ticketId, accountId, resolvedAt, at: at.toISOString() };
  return [{ type: 'SurveyAnswered', data: { ...about, score, comment, answers: [...answers] } }];
};

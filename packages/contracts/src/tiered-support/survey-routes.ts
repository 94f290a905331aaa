import { z } from 'zod';
import { Id, Instant, Text } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { Score, SurveyAnswer, SurveyReceiver, WithheldFor } from './survey.ts';
import { SurveyQuestion } from './survey-policy.ts';

export const SurveyStatus = z.enum(['offered', 'withheld', 'answered', 'expired', 'cancelled']);
export type SurveyStatus = z.output<typeof SurveyStatus>;

export const Survey = z.object({
  surveyId: Id,
  ticketId: Id,
  accountId: Id,
  status: SurveyStatus,
  receiver: SurveyReceiver.optional(),
  resolvedAt: Instant.optional(),
  sendFrom: Instant.optional(),
  expiresAt: Instant.optional(),
  questions: z.array(SurveyQuestion).optional(),
  /** Why it was withheld. */
  reason: WithheldFor.optional(),
  score: Score.optional(),
  comment: Text.optional(),
  answers: z.array(SurveyAnswer).optional(),
  answeredAt: Instant.optional(),
  version: z.int(),
});

/** What the mail to the receiver must say; whoever sends it fetches it then, and keeps no copy. */
export const SurveyLink = z.object({
  surveyId: Id,
  receiver: SurveyReceiver,
  secret: z.string(),
  sendFrom: Instant,
  expiresAt: Instant,
});

/** Figures of the surveys that were offered, or withheld, in a time. */
export const SurveySummary = z.object({
  offered: z.int(),
  withheld: z.int(),
  /** Offered, and still to be answered. */
  open: z.int(),
  answered: z.int(),
  expired: z.int(),
  cancelled: z.int(),
  /** Answered ones among those that were offered and not called off; absent while there are none. */
  responseRate: z.number().optional(),
  mean: z.number().optional(),
  /** Share of the answers that are 4 or 5. */
  csat: z.number().optional(),
  scores: z.record(z.enum(['1', '2', '3', '4', '5']), z.int()),
});

export const surveyRoutes = {
  listSurveys: query('/v1/surveys', {
    summary: 'Surveys by id, filtered; customers see those that ask them',
    scope: 'tickets:read',
    filters: {
      ...paging,
      status: SurveyStatus.optional(),
      accountId: Id.optional(),
      ticketId: Id.optional(),
    },
    answer: page(Survey),
  }),
  summariseSurveys: query('/v1/surveys/summary', {
    summary: 'How many were asked, how many answered, and how satisfied they were',
    scope: 'support:read',
    filters: { from: Instant.optional(), to: Instant.optional() },
    answer: SurveySummary,
  }),
  readSurvey: query('/v1/surveys/:surveyId', {
    summary: 'One survey',
    scope: 'tickets:read',
    answer: Survey,
  }),
  readSurveyHistory: query('/v1/surveys/:surveyId/history', {
    summary: 'Every event of a survey',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
  readSurveyLink: query('/v1/surveys/:surveyId/link', {
    summary: 'The secret that the receiver answers with, for whatever sends it to them',
    scope: 'support:work',
    answer: SurveyLink,
  }),
  answerSurvey: command('/v1/surveys/:surveyId/answers', {
    summary: 'Say how satisfied you were: the receiver alone, once, with the secret of the link',
    scope: 'tickets:write',
    body: {
      secret: z.string().min(1).max(200),
      score: Score,
      comment: Text.optional(),
      answers: z.array(SurveyAnswer).max(20).default([]),
    },
  }),
  eraseSurvey: command('/v1/surveys/:surveyId/erasure', {
    summary: 'Erase what somebody wrote in a survey; the score stays',
    scope: 'support:write',
    needsReason: true,
    body: {},
  }),
};

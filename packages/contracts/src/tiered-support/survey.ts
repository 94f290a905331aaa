import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Text } from '../primitives.ts';
import { SurveyQuestion } from './survey-policy.ts';

/** Who is asked: the user who raised the ticket, or somebody of the account by the id of the contact. */
export const SurveyReceiver = z.object({
  kind: z.enum(['user', 'contact']),
  id: z.string().min(1),
});
export type SurveyReceiver = z.output<typeof SurveyReceiver>;

export const WithheldFor = z.enum(['quiet', 'no-receiver']);
export type WithheldFor = z.output<typeof WithheldFor>;

export const Score = z.int().min(1).max(5);

/** What somebody says to a question. */
export const SurveyAnswer = z.object({ questionId: Id, text: Text.min(1) });
export type SurveyAnswer = z.output<typeof SurveyAnswer>;

/** A survey bears the id of the fact that the ticket was resolved: there is one for each resolution. */
const about = { surveyId: Id, ticketId: Id, accountId: Id, at: Instant };

/** Somebody may say how satisfied they were. */
export const SurveyOffered = event(
  'SurveyOffered',
  'tiered-support.survey.offered.v1',
  z.object({
    ...about,
    receiver: SurveyReceiver,
    resolvedAt: Instant,
    /** Before this moment it is not to be sent. */
    sendFrom: Instant,
    expiresAt: Instant,
    /** SHA-256 of the secret in the link, which itself stands nowhere. */
    secretHash: z.string().regex(/^[0-9a-f]{64}$/),
    questions: z.array(SurveyQuestion),
    policyVersion: z.int(),
  }),
);

/** Nobody is asked about this resolution, and why. */
export const SurveyWithheld = event(
  'SurveyWithheld',
  'tiered-support.survey.withheld.v1',
  z.object({
    ...about,
    receiver: SurveyReceiver.optional(),
    resolvedAt: Instant,
    reason: WithheldFor,
  }),
);

export const SurveyAnswered = event(
  'SurveyAnswered',
  'tiered-support.survey.answered.v1',
  z.object({
    ...about,
    resolvedAt: Instant,
    score: Score,
    comment: Text.optional(),
    answers: z.array(SurveyAnswer),
  }),
);

/** Its time is over, and nobody answered. */
export const SurveyExpired = event(
  'SurveyExpired',
  'tiered-support.survey.expired.v1',
  z.object(about),
);

/** The ticket was reopened, so the resolution that it asks about did not hold. */
export const SurveyCancelled = event(
  'SurveyCancelled',
  'tiered-support.survey.cancelled.v1',
  z.object({ ...about, reason: z.enum(['superseded']) }),
);

/** What somebody wrote is erased; the score stays. */
export const SurveyErased = event(
  'SurveyErased',
  'tiered-support.survey.erased.v1',
  z.object(about),
);

export const surveyNoun = noun('tiered-support.survey', [
  SurveyOffered,
  SurveyWithheld,
  SurveyAnswered,
  SurveyExpired,
  SurveyCancelled,
  SurveyErased,
]);
export type SurveyEvent = EventOf<(typeof surveyNoun.events)[number]>;

const asked = { receiverId: Id, surveyId: Id, accountId: Id, at: Instant };

/** From now on they are left alone for a while. */
export const SurveyReceiverAsked = event(
  'SurveyReceiverAsked',
  'tiered-support.survey-receiver.asked.v1',
  z.object(asked),
);

/** What they were asked counts no more: it was called off before they answered. */
export const SurveyReceiverReleased = event(
  'SurveyReceiverReleased',
  'tiered-support.survey-receiver.released.v1',
  z.object(asked),
);

export const surveyReceiverNoun = noun('tiered-support.survey-receiver', [
  SurveyReceiverAsked,
  SurveyReceiverReleased,
]);
export type SurveyReceiverEvent = EventOf<(typeof surveyReceiverNoun.events)[number]>;

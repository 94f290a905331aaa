import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name } from '../primitives.ts';

/** Something that is asked besides the score. */
export const SurveyQuestion = z.object({ questionId: Id, text: Name });
export type SurveyQuestion = z.output<typeof SurveyQuestion>;

/** Who is asked how satisfied they were, when, and how often at most. */
export const SurveyPolicyContent = z.object({
  /** Whether anybody is asked at all. */
  isActive: z.boolean().default(true),
  /** Whoever was asked is left alone for so long. */
  quietDays: z.int().min(0).max(3_650).default(30),
  /** How long after the resolution the question goes out; it may turn out not to hold. */
  delayMinutes: z.int().min(0).max(43_200).default(0),
  /** How long it can be answered from then on. */
  validDays: z.int().min(1).max(365).default(14),
  /** Whether those are asked, too, whose matter was settled while they were on the line. */
  asksInCall: z.boolean().default(false),
  questions: z.array(SurveyQuestion).max(20).default([]),
});
export type SurveyPolicyContent = z.output<typeof SurveyPolicyContent>;

const said = { policyId: Id, content: SurveyPolicyContent, at: Instant };

export const SurveyPolicyDefined = event(
  'SurveyPolicyDefined',
  'tiered-support.survey-policy.defined.v1',
  z.object(said),
);

/** Otherwise from now on; surveys that are out already stay as they are. */
export const SurveyPolicyRevised = event(
  'SurveyPolicyRevised',
  'tiered-support.survey-policy.revised.v1',
  z.object(said),
);

export const surveyPolicyNoun = noun('tiered-support.survey-policy', [
  SurveyPolicyDefined,
  SurveyPolicyRevised,
]);
export type SurveyPolicyEvent = EventOf<(typeof surveyPolicyNoun.events)[number]>;

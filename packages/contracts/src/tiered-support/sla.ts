import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Channel } from '../opportunity/solution.ts';
import { Id, Instant, Name } from '../primitives.ts';
import { Hours } from './calendar.ts';
import { Line } from './desk.ts';
import { Milestone } from './milestone.ts';
import { Minutes, Priority, WaitingFor } from './priority.ts';
import { ServiceGrade } from './service-grade.ts';
import { ServedBy, Tier } from './tier.ts';

/** What a customer is promised a time for. */
export const Promised = z.enum(['first-response', 'next-response', 'resolution']);
export type Promised = z.output<typeof Promised>;

/** A promise to the customer, or the share of the resolution that one line has to itself. */
export const ClockName = z.enum([...Promised.options, 'line']);
export type ClockName = z.output<typeof ClockName>;

/** How soon, at one priority. A promise that is left out is not made. */
export const SlaTarget = z.object({
  priority: Priority,
  firstResponse: Minutes.optional(),
  nextResponse: Minutes.optional(),
  resolution: Minutes.optional(),
  /** How much of the time for the resolution each line may use; together all of it. */
  lines: z.partialRecord(Line.exclude(['unclear']), Minutes).optional(),
});
export type SlaTarget = z.output<typeof SlaTarget>;

const waits = z.array(WaitingFor).max(WaitingFor.options.length);

/** Whose waiting stops the time of each promise. */
export const Pauses = z.object({
  firstResponse: waits.default([]),
  nextResponse: waits.default([]),
  resolution: waits.default(['user', 'customer']),
});

/** What is promised and how its time is counted: all that the clocks of a ticket follow from. */
export const SlaTerms = z.object({
  targets: z.array(SlaTarget).min(1).max(Priority.options.length),
  pauses: Pauses.prefault({}),
  /** Whether a reopened ticket takes up its time where it was, or is given all of it anew. */
  onReopening: z.enum(['continue', 'restart']).default('continue'),
  /** Percents of the time after which somebody is warned. */
  warnings: z.array(z.int().min(1).max(99)).max(9).default([50, 75, 90]),
  /** Promises of its own, besides those that every policy knows. */
  milestones: z.array(Milestone).max(20).optional(),
});
export type SlaTerms = z.output<typeof SlaTerms>;

/** The terms of one ticket, with the hours they count in; later revisions of either leave them alone. */
export const PinnedTerms = SlaTerms.extend({
  policyId: Id,
  policyVersion: z.int(),
  calendarId: Id,
  calendarVersion: z.int(),
  hours: Hours,
});
export type PinnedTerms = z.output<typeof PinnedTerms>;

const some = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(1_000).optional();

/** Which tickets a policy is for: those that have one of the values of everything that is named. */
export const SlaMatch = z.object({
  accounts: some(Id),
  projects: some(Id),
  channels: some(Channel),
  tiers: some(Tier),
  servedBy: some(ServedBy),
  grades: some(ServiceGrade),
});
export type SlaMatch = z.output<typeof SlaMatch>;

/** All that a policy says. */
export const SlaPolicyContent = z.object({
  name: Name,
  /** Of all policies that match, the one with the highest rank is taken. */
  rank: z.int().min(0).max(1_000_000).default(0),
  match: SlaMatch.prefault({}),
  calendarId: Id,
  terms: SlaTerms,
  /** From when on, and until when, it is given to new tickets. */
  validFrom: Instant.optional(),
  validTo: Instant.optional(),
});
export type SlaPolicyContent = z.output<typeof SlaPolicyContent>;

const policy = { policyId: Id, at: Instant };

export const SlaPolicyDefined = event(
  'SlaPolicyDefined',
  'tiered-support.sla-policy.defined.v1',
  z.object({ ...policy, content: SlaPolicyContent }),
);

/** Other terms from now on; tickets that were raised under the former ones keep them. */
export const SlaPolicyRevised = event(
  'SlaPolicyRevised',
  'tiered-support.sla-policy.revised.v1',
  z.object({ ...policy, content: SlaPolicyContent }),
);

export const SlaPolicyDisabled = event(
  'SlaPolicyDisabled',
  'tiered-support.sla-policy.disabled.v1',
  z.object(policy),
);

export const SlaPolicyEnabled = event(
  'SlaPolicyEnabled',
  'tiered-support.sla-policy.enabled.v1',
  z.object(policy),
);

export const slaPolicyNoun = noun('tiered-support.sla-policy', [
  SlaPolicyDefined,
  SlaPolicyRevised,
  SlaPolicyDisabled,
  SlaPolicyEnabled,
]);
export type SlaPolicyEvent = EventOf<(typeof slaPolicyNoun.events)[number]>;

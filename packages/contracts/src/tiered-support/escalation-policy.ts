import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name } from '../primitives.ts';
import { Hours } from './calendar.ts';
import { Desk, Line } from './desk.ts';
import { Priority } from './priority.ts';
import { ClockName, SlaMatch } from './sla.ts';

/** To more skill, which is another line or team, or to more authority. */
export const EscalationKind = z.enum(['functional', 'hierarchical']);
export type EscalationKind = z.output<typeof EscalationKind>;

/** Who is told; `owner` is whoever works on the ticket. */
export const EscalationRole = z.enum([
  'owner',
  'team-lead',
  'account-owner',
  'segment-manager',
  'cco',
]);
export type EscalationRole = z.output<typeof EscalationRole>;

/** The way that somebody is told. */
export const EscalationChannel = z.enum(['mail', 'chat', 'phone', 'text-message']);

/** A person by the subject of their login. */
export const Recipient = z.string().regex(/\S/).max(200);

/** Minutes in which somebody is there; at most those of a year of days. */
const minutesMax = 525_600;

/** What sets a ladder off. */
export const EscalationTrigger = z.discriminatedUnion('kind', [
  /** The first warning that comes at so much or more of the time; at the latest the breach. */
  z.object({ kind: z.literal('percent'), clock: ClockName, percent: z.int().min(1).max(99) }),
  z.object({ kind: z.literal('breach'), clock: ClockName }),
  /** Each reopening from this one on. */
  z.object({ kind: z.literal('reopened'), times: z.int().min(1).max(100) }),
  /** A ticket of somebody who is always worth it: one of these accounts, or any of these segments. */
  z.object({
    kind: z.literal('vip'),
    accounts: z.array(Id).min(1).max(1_000).optional(),
    segments: z.array(Name).min(1).max(100).optional(),
  }),
  /** No word of staff to the customer for so many business minutes, while it is not the customer's turn. */
  z.object({ kind: z.literal('silence'), minutes: z.int().min(1).max(minutesMax) }),
]);
export type EscalationTrigger = z.output<typeof EscalationTrigger>;

const knownLine = Line.exclude(['unclear']);

/** What may be done to the ticket at the same time as somebody is told. */
export const EscalationEffects = z.object({
  handOverTo: Desk.extend({ line: knownLine }).optional(),
  raisePriorityTo: Priority.optional(),
});

export const EscalationStep = EscalationEffects.extend({
  /** Business minutes of the policy since it was set off. */
  afterMinutes: z.int().min(0).max(minutesMax),
  kind: EscalationKind,
  to: EscalationRole,
  channel: EscalationChannel,
  /** Told at once, whatever the hour. */
  critical: z.boolean().default(false),
});
export type EscalationStep = z.output<typeof EscalationStep>;

/** Who a role is, and in whose hours they are told. The owners need no name: they are known when it comes to it. */
const AnyRecipient = z.object({ recipientId: Recipient.optional(), calendarId: Id });

/** All that a policy says. */
export const EscalationPolicyContent = z.object({
  name: Name,
  /** `all` is said, never left out, so that nobody escalates everything by mistake. */
  match: z.union([z.literal('all'), SlaMatch]),
  trigger: EscalationTrigger,
  /** In whose hours the minutes of the steps, and of a silence, are counted. */
  calendarId: Id,
  steps: z.array(EscalationStep).max(20),
  recipients: z.partialRecord(EscalationRole, AnyRecipient),
});
export type EscalationPolicyContent = z.output<typeof EscalationPolicyContent>;

const pinnedHours = { calendarId: Id, calendarVersion: z.int(), hours: Hours };

/** A policy as one ladder goes by it; later revisions of anything leave the ladder alone. */
export const PinnedLadder = z.object({
  policyId: Id,
  policyVersion: z.int(),
  ...pinnedHours,
  steps: z.array(EscalationStep).min(1),
  recipients: z.partialRecord(
    EscalationRole,
    z.object({ recipientId: Recipient.optional(), ...pinnedHours }),
  ),
});
export type PinnedLadder = z.output<typeof PinnedLadder>;

const policy = { policyId: Id, at: Instant };

export const EscalationPolicyDefined = event(
  'EscalationPolicyDefined',
  'tiered-support.escalation-policy.defined.v1',
  z.object({ ...policy, content: EscalationPolicyContent }),
);

/** Other ladders from now on; those that have begun go on as they are. */
export const EscalationPolicyRevised = event(
  'EscalationPolicyRevised',
  'tiered-support.escalation-policy.revised.v1',
  z.object({ ...policy, content: EscalationPolicyContent }),
);

export const EscalationPolicyDisabled = event(
  'EscalationPolicyDisabled',
  'tiered-support.escalation-policy.disabled.v1',
  z.object(policy),
);

export const EscalationPolicyEnabled = event(
  'EscalationPolicyEnabled',
  'tiered-support.escalation-policy.enabled.v1',
  z.object(policy),
);

export const escalationPolicyNoun = noun('tiered-support.escalation-policy', [
  EscalationPolicyDefined,
  EscalationPolicyRevised,
  EscalationPolicyDisabled,
  EscalationPolicyEnabled,
]);
export type EscalationPolicyEvent = EventOf<(typeof escalationPolicyNoun.events)[number]>;

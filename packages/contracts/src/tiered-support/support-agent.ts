import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name, Text } from '../primitives.ts';
import { Desk } from './desk.ts';
import { MessageChannel } from './ticket-message.ts';

export const SkillName = z.string().regex(/\S/).max(100);
/** From 0, has heard of it, to 10, teaches it. */
export const SkillLevel = z.int().min(0).max(10);

/** What somebody can do, and until when that holds, where it expires. */
export const Skill = z.object({
  skill: SkillName,
  level: SkillLevel,
  validUntil: Instant.optional(),
});
export type Skill = z.output<typeof Skill>;

const Units = z.int().min(1).max(1_000);

/** How many units of somebody's capacity a ticket takes; the more, the less one can do something else beside it. */
export const ChannelWeights = z.object({
  mail: Units.default(1),
  web: Units.default(1),
  chat: Units.default(2),
  phone: Units.default(4),
});

/** All that is laid down about somebody who serves tickets. */
export const SupportAgentContent = z.object({
  name: Name,
  skills: z.array(Skill).max(200).default([]),
  capacityUnits: Units,
  weights: ChannelWeights.prefault({}),
  /** How many tickets of a channel at most at a time. */
  limits: z.partialRecord(MessageChannel, z.int().min(0).max(1_000)).default({}),
  /** The hours in which somebody is given tickets. */
  calendarId: Id,
  /** The segments of customers that somebody knows best. */
  segments: z.array(z.string().regex(/\S/).max(100)).max(100).default([]),
  desks: z.array(Desk).min(1).max(100),
});
export type SupportAgentContent = z.output<typeof SupportAgentContent>;

/** `present` is given tickets; `busy` is there, takes some by itself, and is given none. */
export const Presence = z.enum(['present', 'busy', 'away']);
export type Presence = z.output<typeof Presence>;

const Leave = { leaveId: Id, from: Instant, to: Instant };

/** One ticket in somebody's hands, from when it is taken on until it is let go; `holdingId` is of this one time. */
const holding = { holdingId: Id, ticketId: Id, accountId: Id };

const agent = { agentId: Id, at: Instant };

export const SupportAgentDefined = event(
  'SupportAgentDefined',
  'tiered-support.support-agent.defined.v1',
  z.object({ ...agent, content: SupportAgentContent }),
);

/** From now on; what the agent holds it keeps, even where it would not be given it now. */
export const SupportAgentRevised = event(
  'SupportAgentRevised',
  'tiered-support.support-agent.revised.v1',
  z.object({ ...agent, content: SupportAgentContent }),
);

/** Somebody came to a desk, has no time for more, or went. */
export const SupportAgentPresenceChanged = event(
  'SupportAgentPresenceChanged',
  'tiered-support.support-agent.presence-changed.v1',
  z.object({ ...agent, presence: Presence, desk: Desk.optional() }),
);

export const SupportAgentLeaveGranted = event(
  'SupportAgentLeaveGranted',
  'tiered-support.support-agent.leave-granted.v1',
  z.object({ ...agent, ...Leave, note: Text.optional() }),
);

export const SupportAgentLeaveWithdrawn = event(
  'SupportAgentLeaveWithdrawn',
  'tiered-support.support-agent.leave-withdrawn.v1',
  z.object({ ...agent, leaveId: Id }),
);

/** It serves no tickets any more; what it was and did stays known. */
export const SupportAgentRetired = event(
  'SupportAgentRetired',
  'tiered-support.support-agent.retired.v1',
  z.object(agent),
);

/** It serves tickets again, as it did before. */
export const SupportAgentReturned = event(
  'SupportAgentReturned',
  'tiered-support.support-agent.returned.v1',
  z.object(agent),
);

export const SupportAgentTookOn = event(
  'SupportAgentTookOn',
  'tiered-support.support-agent.took-on.v1',
  z.object({ ...agent, ...holding, channel: MessageChannel, weight: Units }),
);

export const SupportAgentLetGo = event(
  'SupportAgentLetGo',
  'tiered-support.support-agent.let-go.v1',
  z.object({ ...agent, ...holding, weight: Units }),
);

export const supportAgentNoun = noun('tiered-support.support-agent', [
  SupportAgentDefined,
  SupportAgentRevised,
  SupportAgentPresenceChanged,
  SupportAgentLeaveGranted,
  SupportAgentLeaveWithdrawn,
  SupportAgentTookOn,
  SupportAgentLetGo,
  SupportAgentRetired,
  SupportAgentReturned,
]);
export type SupportAgentEvent = EventOf<(typeof supportAgentNoun.events)[number]>;

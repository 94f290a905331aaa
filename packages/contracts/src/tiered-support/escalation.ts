import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Text } from '../primitives.ts';
import { Line } from './desk.ts';
import {
  EscalationChannel,
  EscalationEffects,
  EscalationKind,
  EscalationRole,
  PinnedLadder,
  Recipient,
} from './escalation-policy.ts';
import { ClockName } from './sla.ts';

/** Which clock it was. */
const clock = { clock: ClockName, line: Line.optional(), number: z.int().min(1) };

/** What set one escalation off. */
export const EscalationCause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clock-warned'), ...clock, percent: z.int() }),
  z.object({ kind: z.literal('clock-breached'), ...clock }),
  z.object({ kind: z.literal('reopened'), times: z.int() }),
  z.object({ kind: z.literal('vip') }),
  z.object({ kind: z.literal('silence'), since: Instant }),
  z.object({ kind: z.literal('by-hand'), reason: Text }),
]);
export type EscalationCause = z.output<typeof EscalationCause>;

const fact = { escalationId: Id, ticketId: Id, accountId: Id, at: Instant };

/** What one rung of a ladder comes to: who is told of what, and how. */
const told = {
  number: z.int().min(1),
  kind: EscalationKind,
  to: EscalationRole,
  /** Nobody where the role has no name and nobody holds it yet. */
  recipientId: Recipient.optional(),
  channel: EscalationChannel,
  ...EscalationEffects.shape,
};

/** A ladder has begun; it goes on by itself until somebody answers. */
export const EscalationStarted = event(
  'EscalationStarted',
  'tiered-support.escalation.started.v1',
  z.object({ ...fact, cause: EscalationCause, ladder: PinnedLadder }),
);

/** Somebody is to be told now; whoever sends mails and the like listens to this. */
export const EscalationStepTaken = event(
  'EscalationStepTaken',
  'tiered-support.escalation.step-taken.v1',
  z.object({ ...fact, ...told, critical: z.boolean() }),
);

/** When a step could have been told the recipient was gone again; it is told when they are back. */
export const EscalationPostponed = event(
  'EscalationPostponed',
  'tiered-support.escalation.postponed.v1',
  z.object({ ...fact, until: Instant }),
);

/** Somebody of staff told somebody else of their own accord. */
export const EscalationMadeByHand = event(
  'EscalationMadeByHand',
  'tiered-support.escalation.made-by-hand.v1',
  z.object({ ...fact, ...told, reason: Text }),
);

/** Somebody who was told has taken it on; nobody else is told. */
export const EscalationAcknowledged = event(
  'EscalationAcknowledged',
  'tiered-support.escalation.acknowledged.v1',
  z.object({ ...fact, by: Recipient }),
);

/** There is nothing left to escalate: the ticket is settled, or the customer was answered. */
export const EscalationEnded = event(
  'EscalationEnded',
  'tiered-support.escalation.ended.v1',
  z.object({ ...fact, why: z.enum(['settled', 'answered']) }),
);

export const escalationNoun = noun('tiered-support.escalation', [
  EscalationStarted,
  EscalationStepTaken,
  EscalationPostponed,
  EscalationMadeByHand,
  EscalationAcknowledged,
  EscalationEnded,
]);
export type EscalationEvent = EventOf<(typeof escalationNoun.events)[number]>;

/** A step as it was taken. */
export const EscalationTold = z.object({ ...told, critical: z.boolean(), at: Instant });
export type EscalationTold = z.output<typeof EscalationTold>;

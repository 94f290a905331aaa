import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Channel } from '../opportunity/solution.ts';
import { Id, Instant, Name, Text } from '../primitives.ts';
import { attachments } from './attachment.ts';
import { Shortcut } from './canned-answer.ts';
import { Desk, Held, Line } from './desk.ts';
import { Priority, WaitingFor } from './priority.ts';
import { ServiceGrade } from './service-grade.ts';
import { ClockName, PinnedTerms } from './sla.ts';
import { erasureFacts } from './ticket-erasure.ts';
import { TicketEscalated } from './ticket-escalation.ts';
import { coveredBy, fact, payment } from './ticket-fact.ts';
import { MessageChannel, MessageFrom } from './ticket-message.ts';
import { TicketOutsourcedEntryTaken } from './ticket-outsourced.ts';
import {
  TicketMilestoneBreached,
  TicketMilestoneReached,
  TicketMilestoneWarned,
  TicketPromisedAnew,
} from './ticket-promise.ts';
import { relationFacts } from './ticket-relations.ts';
import {
  AdditionalSkill,
  RequiredSkill,
  TicketClaimed,
  TicketLeftInQueue,
  TicketReleased,
  TicketRouted,
} from './ticket-routing.ts';
import { TicketSurveyLeftOut } from './ticket-survey.ts';
import { Arrangement } from './tier.ts';

const agent = z.string().max(200).optional();

export const TicketRaised = event(
  'TicketRaised',
  'tiered-support.ticket.raised.v1',
  z.object({
    ...fact,
    subject: Name,
    projectId: Id.optional(),
    /** The partner that leads the project. */
    partnerId: Id.optional(),
    channel: Channel,
    priority: Priority,
    arrangement: Arrangement,
    desk: Desk,
    product: z.string().optional(),
    country: z.string().optional(),
    organisation: z.string().optional(),
    /** The part of the organisation that took it in, by function. */
    division: z.string().optional(),
    ...coveredBy,
    ...payment,
    /** How well the customer is to be served; nothing where nobody has said what it is worth. */
    grade: ServiceGrade.optional(),
    /** What the customer is promised; nothing where no policy says so. */
    terms: PinnedTerms.optional(),
    /** Its past is told afterwards: nothing falls due by itself, only by what is told next. */
    isBroughtIn: z.boolean().optional(),
    /** The way that the customer reached us. */
    reachedBy: MessageChannel.optional(),
    required: z.array(RequiredSkill).optional(),
    additional: z.array(AdditionalSkill).optional(),
    /** The customer's user who raised it themselves. */
    raisedBy: z.string().min(1).optional(),
  }),
);

export const TicketHandedOver = event(
  'TicketHandedOver',
  'tiered-support.ticket.handed-over.v1',
  z.object({ ...fact, held: Held, desk: Desk }),
);

export const TicketQueued = event(
  'TicketQueued',
  'tiered-support.ticket.queued.v1',
  z.object({ ...fact }),
);

export const TicketWorkStarted = event(
  'TicketWorkStarted',
  'tiered-support.ticket.work-started.v1',
  z.object({ ...fact, agent }),
);

export const TicketWaitStarted = event(
  'TicketWaitStarted',
  'tiered-support.ticket.wait-started.v1',
  z.object({ ...fact, waitingFor: WaitingFor, agent }),
);

export const TicketResolved = event(
  'TicketResolved',
  'tiered-support.ticket.resolved.v1',
  z.object({
    ...fact,
    held: Held,
    /** Solved while the customer was on the line. */
    inCall: z.boolean(),
    resolution: Text.optional(),
    agent,
  }),
);

export const TicketClosed = event(
  'TicketClosed',
  'tiered-support.ticket.closed.v1',
  z.object({ ...fact }),
);

export const TicketCancelled = event(
  'TicketCancelled',
  'tiered-support.ticket.cancelled.v1',
  z.object({ ...fact, held: Held }),
);

export const TicketReopened = event(
  'TicketReopened',
  'tiered-support.ticket.reopened.v1',
  z.object({ ...fact }),
);

export const TicketRated = event(
  'TicketRated',
  'tiered-support.ticket.rated.v1',
  z.object({
    ...fact,
    score: z.int().min(1).max(5),
    comment: Text.optional(),
    /** The survey that it answers; none where it was said in the ticket. */
    surveyId: Id.optional(),
  }),
);

/** Something turned out to be more urgent, or less; what is promised from the beginning follows it. */
export const TicketPrioritised = event(
  'TicketPrioritised',
  'tiered-support.ticket.prioritised.v1',
  z.object({ ...fact, priority: Priority }),
);

/** Something was said between the customer and us. */
export const TicketMessageAdded = event(
  'TicketMessageAdded',
  'tiered-support.ticket.message-added.v1',
  z.object({
    ...fact,
    messageId: Id,
    from: MessageFrom,
    channel: MessageChannel,
    text: Text.min(1),
    attachments,
    /** The canned answer that it was made from; customers are not told. */
    cannedAnswerId: Shortcut.optional(),
  }),
);

/** Something was noted among ourselves; customers never see it. */
export const TicketNoteAdded = event(
  'TicketNoteAdded',
  'tiered-support.ticket.note-added.v1',
  z.object({ ...fact, noteId: Id, text: Text.min(1), attachments }),
);

/** Which promise, and which of its name. */
const clock = { clock: ClockName, line: Line.optional(), number: z.int().min(1) };

/** So much of the time of a promise was used up. */
export const TicketClockWarned = event(
  'TicketClockWarned',
  'tiered-support.ticket.clock-warned.v1',
  z.object({ ...fact, ...clock, percent: z.int(), dueAt: Instant.optional() }),
);

/** A promise was broken; that stays so, whatever becomes of the ticket. */
export const TicketClockBreached = event(
  'TicketClockBreached',
  'tiered-support.ticket.clock-breached.v1',
  z.object({ ...fact, ...clock }),
);

export const ticketNoun = noun('tiered-support.ticket', [
  TicketRaised,
  TicketHandedOver,
  TicketQueued,
  TicketWorkStarted,
  TicketWaitStarted,
  TicketResolved,
  TicketClosed,
  TicketCancelled,
  TicketReopened,
  TicketRated,
  TicketPrioritised,
  TicketMessageAdded,
  TicketNoteAdded,
  TicketClockWarned,
  TicketClockBreached,
  TicketPromisedAnew,
  TicketMilestoneWarned,
  TicketMilestoneBreached,
  TicketMilestoneReached,
  TicketEscalated,
  TicketRouted,
  TicketLeftInQueue,
  TicketClaimed,
  TicketReleased,
  ...relationFacts,
  TicketSurveyLeftOut,
  TicketOutsourcedEntryTaken,
  ...erasureFacts,
]);
export type TicketEvent = EventOf<(typeof ticketNoun.events)[number]>;

import { z } from 'zod';
import { Channel } from '../opportunity/solution.ts';
import { Id, Instant, Name, Text } from '../primitives.ts';
import { attachments } from './attachment.ts';
import { Hours } from './calendar.ts';
import { Desk, Line } from './desk.ts';
import { Priority, WaitingFor } from './priority.ts';
import { ClockName, SlaPolicyContent } from './sla.ts';
import { coveredBy, payment } from './ticket-fact.ts';
import { MessageChannel, MessageFrom } from './ticket-message.ts';
import { TicketLink, Watcher } from './ticket-relations.ts';
import { TicketStatus } from './ticket-status.ts';
import { Arrangement } from './tier.ts';

export const Ticket = z.object({
  ticketId: Id,
  accountId: Id,
  projectId: Id.optional(),
  /** The partner that leads the project. */
  partnerId: Id.optional(),
  subject: Name,
  status: TicketStatus,
  label: z.string(),
  waitingFor: WaitingFor.optional(),
  priority: Priority,
  channel: Channel,
  arrangement: Arrangement,
  desk: Desk,
  agent: z.string().optional(),
  ...coveredBy,
  ...payment,
  /** Seconds that each line has held the ticket in all, up to the last change. */
  heldSeconds: z.record(Line, z.number()),
  raisedAt: Instant,
  resolvedAt: Instant.optional(),
  reopenings: z.int(),
  rating: z.int().optional(),
  /** Where it goes on. */
  mergedInto: Id.optional(),
  /** What goes on in it. */
  tookIn: z.array(Id).optional(),
  /** For staff alone: the others may be of other accounts. */
  links: z.array(TicketLink).optional(),
  /** Customers and partners see of them only themselves. */
  watchers: z.array(Watcher).optional(),
  /** For staff alone. */
  tasks: z.array(Id).optional(),
  /** For staff alone: what helps with it may not be for customers to read. */
  articles: z.array(Id).optional(),
  version: z.int(),
});

export const Calendar = z.object({
  calendarId: Id,
  name: Name,
  hours: Hours,
  since: Instant,
  version: z.int(),
});

export const SlaPolicy = z.object({
  policyId: Id,
  status: z.enum(['enabled', 'disabled']),
  ...SlaPolicyContent.shape,
  version: z.int(),
});

const spoken = {
  text: Text,
  attachments,
  at: Instant,
  actor: z.string(),
  /** Where it was said, if that is another ticket. */
  fromTicketId: Id.optional(),
};

/** Something that was said in a ticket, or noted among ourselves; `actor` wrote it down. */
export const TicketMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    messageId: Id,
    from: MessageFrom,
    channel: MessageChannel,
    ...spoken,
  }),
  z.object({ kind: z.literal('note'), noteId: Id, ...spoken }),
]);
export type TicketMessage = z.output<typeof TicketMessage>;

/** Why a clock ran in an interval, or did not. */
export const ClockInterval = z.object({
  from: Instant,
  /** Not there while it goes on. */
  to: Instant.optional(),
  isRunning: z.boolean(),
  why: z.string(),
  /** Time in it in which somebody is there. */
  businessSeconds: z.number(),
});

export const Clock = z.object({
  clock: z.enum([...ClockName.options, 'milestone']),
  /** Whose share it is, of a clock of a line. */
  line: Line.optional(),
  /** Its name, of a milestone of the policy's own. */
  milestone: Name.optional(),
  /** Which one of its name, from 1. */
  number: z.int(),
  state: z.enum(['running', 'paused', 'met', 'breached', 'cancelled']),
  targetMinutes: z.int(),
  startedAt: Instant,
  endedAt: Instant.optional(),
  /** Not there while it is paused. */
  dueAt: Instant.optional(),
  breachedAt: Instant.optional(),
  /** How far over its target it is. */
  failedBySeconds: z.number().optional(),
  elapsedSeconds: z.number(),
  remainingSeconds: z.number(),
  pausedSeconds: z.number(),
  intervals: z.array(ClockInterval),
});

/** What was promised for a ticket, and how it stands; nothing where no policy was there for it. */
export const TicketClocks = z.object({
  ticketId: Id,
  /** The moment that it is told for. */
  at: Instant,
  policyId: Id.optional(),
  policyVersion: z.int().optional(),
  calendarId: Id.optional(),
  calendarVersion: z.int().optional(),
  zone: z.string().optional(),
  clocks: z.array(Clock),
});

import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name } from '../primitives.ts';
import { Hours } from './calendar.ts';
import { Desk } from './desk.ts';

/** How far somebody who looks after accounts has come, from the first steps up. */
export const OwnerLevel = z.enum(['assistant', 'account-manager', 'senior', 'director']);
export type OwnerLevel = z.output<typeof OwnerLevel>;

/** The one of ours who answers for what an outsourced desk does. */
export const OutsourcerOwner = z.object({
  userId: z.string().min(1).max(200),
  level: OwnerLevel,
});
export type OutsourcerOwner = z.output<typeof OutsourcerOwner>;

export const OutsourcerContent = z.object({
  name: Name,
  /** The desks that it runs, by the names of their teams. */
  teams: z.array(Desk.shape.team).min(1).max(100),
  /** How long after it happened we are to hear of something, at the latest. */
  lagLimitMinutes: z.int().min(1).max(525_600),
  /** When it is there; time in which it is not makes nothing late. All of the time where none is named. */
  calendarId: Id.optional(),
});
export type OutsourcerContent = z.output<typeof OutsourcerContent>;

const about = { outsourcerId: Id, at: Instant };
/** The hours of the calendar as they were; later revisions of it change nothing here. */
const said = { content: OutsourcerContent, hours: Hours.optional() };

export const OutsourcerEngaged = event(
  'OutsourcerEngaged',
  'tiered-support.outsourcer.engaged.v1',
  z.object({ ...about, seniorOwner: OutsourcerOwner, ...said }),
);

export const OutsourcerRevised = event(
  'OutsourcerRevised',
  'tiered-support.outsourcer.revised.v1',
  z.object({ ...about, ...said }),
);

/** From now on somebody else answers for it; there is no time in which nobody does. */
export const OutsourcerOwnerAssigned = event(
  'OutsourcerOwnerAssigned',
  'tiered-support.outsourcer.owner-assigned.v1',
  z.object({ ...about, seniorOwner: OutsourcerOwner, formerOwner: OutsourcerOwner }),
);

/** Nothing is taken from it any more. */
export const OutsourcerDeactivated = event(
  'OutsourcerDeactivated',
  'tiered-support.outsourcer.deactivated.v1',
  z.object(about),
);

export const OutsourcerReactivated = event(
  'OutsourcerReactivated',
  'tiered-support.outsourcer.reactivated.v1',
  z.object(about),
);

/** What a line of a log makes of a case, as far as its desk is concerned. */
export const CaseBecame = z.enum(['open', 'settled']);
export type CaseBecame = z.output<typeof CaseBecame>;

/** A line of its log has come in. */
export const OutsourcerHeard = event(
  'OutsourcerHeard',
  'tiered-support.outsourcer.heard.v1',
  z.object({
    ...about,
    ticketId: Id,
    accountId: Id,
    entry: z.int().min(1),
    happenedAt: Instant,
    /** From when it happened until it came, by the clock. */
    lagSeconds: z.number().min(0),
    /** Whether that is more than it may be, in the time in which the desk is there. */
    isLate: z.boolean(),
    became: CaseBecame.optional(),
  }),
);

/** What it says comes too late, or it says nothing though there are cases that it has not settled. */
export const OutsourcerFellBehind = event(
  'OutsourcerFellBehind',
  'tiered-support.outsourcer.fell-behind.v1',
  z.object({ ...about, why: z.enum(['late-entry', 'silence']), ticketId: Id.optional() }),
);

export const OutsourcerCaughtUp = event(
  'OutsourcerCaughtUp',
  'tiered-support.outsourcer.caught-up.v1',
  z.object({ ...about, ticketId: Id }),
);

export const outsourcerNoun = noun('tiered-support.outsourcer', [
  OutsourcerEngaged,
  OutsourcerRevised,
  OutsourcerOwnerAssigned,
  OutsourcerDeactivated,
  OutsourcerReactivated,
  OutsourcerHeard,
  OutsourcerFellBehind,
  OutsourcerCaughtUp,
]);
export type OutsourcerEvent = EventOf<(typeof outsourcerNoun.events)[number]>;

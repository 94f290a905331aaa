import { z } from 'zod';
import { event } from '../event.ts';
import { Id, Instant } from '../primitives.ts';
import { SkillLevel, SkillName } from './support-agent.ts';
import { fact } from './ticket-fact.ts';

/** Whoever lacks it never gets the ticket. */
export const RequiredSkill = z.object({ skill: SkillName, minLevel: SkillLevel.default(0) });
export type RequiredSkill = z.output<typeof RequiredSkill>;

/** Wanted at first; given up with all others of its priority when nobody is found, 0 last. */
export const AdditionalSkill = RequiredSkill.extend({
  priority: z.int().min(0).max(100).default(0),
});
export type AdditionalSkill = z.output<typeof AdditionalSkill>;

/** Why somebody does not get a ticket now; the later in the list, the nearer they came to it. */
export const LeftOut = z.enum([
  'desk-not-served',
  'away',
  'at-another-desk',
  'busy',
  'out-of-hours',
  'on-leave',
  'skill-missing',
  'gave-it-back',
  'channel-full',
  'capacity-used-up',
]);
export type LeftOut = z.output<typeof LeftOut>;

/** What put somebody before all others. */
export const Advantage = z.enum([
  'the-only-one',
  'known-to-the-customer',
  'specialist-of-the-segment',
  'most-available',
  'longest-idle',
  'first-by-id',
]);
export type Advantage = z.output<typeof Advantage>;

/** One who was thought of: the one left out says why, the others by what they were compared. */
export const Considered = z.object({
  agentId: Id,
  leftOut: LeftOut.optional(),
  /** How well the customer knows them: 0 before all others, absent for a stranger. */
  known: z.int().optional(),
  isSpecialist: z.boolean().optional(),
  freeUnits: z.int().optional(),
  capacityUnits: z.int().optional(),
  idleSince: Instant.optional(),
});
export type Considered = z.output<typeof Considered>;

const considered = {
  /** The best first, then those left out; so many as help to understand the choice. */
  considered: z.array(Considered).max(50),
  /** The additional skills that were no longer asked for. */
  dropped: z.array(SkillName),
};

const given = { agentId: Id, holdingId: Id };

/** The ticket was given to somebody of its desk. */
export const TicketRouted = event(
  'TicketRouted',
  'tiered-support.ticket.routed.v1',
  z.object({ ...fact, ...given, why: Advantage, ...considered }),
);

/** Nobody could take it; it is tried again whenever somebody can, and anew at `nextRoutingAt`. */
export const TicketLeftInQueue = event(
  'TicketLeftInQueue',
  'tiered-support.ticket.left-in-queue.v1',
  z.object({
    ...fact,
    reason: z.enum(['nobody-serves-the-desk', ...LeftOut.options]),
    ...considered,
    /** When something is known to change: somebody opens or returns, or skills are given up. */
    nextRoutingAt: Instant.optional(),
  }),
);

/** Somebody took the ticket by itself. */
export const TicketClaimed = event(
  'TicketClaimed',
  'tiered-support.ticket.claimed.v1',
  z.object({ ...fact, ...given }),
);

/** Whoever held the ticket gave it back to the desk. */
export const TicketReleased = event(
  'TicketReleased',
  'tiered-support.ticket.released.v1',
  z.object({ ...fact, ...given }),
);

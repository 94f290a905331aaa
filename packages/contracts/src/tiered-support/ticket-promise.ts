import { z } from 'zod';
import { event } from '../event.ts';
import { Instant, Name } from '../primitives.ts';
import { PinnedTerms } from './sla.ts';
import { fact } from './ticket-fact.ts';

/** It is promised what policies and calendars say by then, from its beginning on. */
export const TicketPromisedAnew = event(
  'TicketPromisedAnew',
  'tiered-support.ticket.promised-anew.v1',
  z.object({ ...fact, terms: PinnedTerms }),
);

/** Which milestone of the ticket's policy, and which of its name. */
const milestone = { milestone: Name, number: z.int().min(1) };

/** So much of the time of a milestone was used up. */
export const TicketMilestoneWarned = event(
  'TicketMilestoneWarned',
  'tiered-support.ticket.milestone-warned.v1',
  z.object({ ...fact, ...milestone, percent: z.int(), dueAt: Instant.optional() }),
);

/** A milestone was missed; that stays so, whatever becomes of the ticket. */
export const TicketMilestoneBreached = event(
  'TicketMilestoneBreached',
  'tiered-support.ticket.milestone-breached.v1',
  z.object({ ...fact, ...milestone }),
);

/** A milestone was reached in its time. */
export const TicketMilestoneReached = event(
  'TicketMilestoneReached',
  'tiered-support.ticket.milestone-reached.v1',
  z.object({ ...fact, ...milestone }),
);

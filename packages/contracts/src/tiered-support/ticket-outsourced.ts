import { z } from 'zod';
import { event } from '../event.ts';
import { Id, Instant } from '../primitives.ts';
import { CaseBecame } from './outsourcer.ts';
import { fact } from './ticket-fact.ts';

/** A line of a log was taken from an outsourced desk; it stands after what the line led to. */
export const TicketOutsourcedEntryTaken = event(
  'TicketOutsourcedEntryTaken',
  'tiered-support.ticket.outsourced-entry-taken.v1',
  z.object({
    ...fact,
    entry: z.int().min(1),
    outsourcerId: Id,
    /** When it came here, by our clock. */
    receivedAt: Instant,
    /** What the desk has made of the case by it; nothing where that is as before. */
    became: CaseBecame.optional(),
  }),
);

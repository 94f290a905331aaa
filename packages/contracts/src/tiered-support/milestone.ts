import { z } from 'zod';
import { Name } from '../primitives.ts';
import { Line } from './desk.ts';
import { Minutes, Priority, WaitingFor } from './priority.ts';
import { TicketStatus } from './ticket-status.ts';

const some = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(10).optional();

/** How a ticket stands, and what has just been said in it: one of the values of everything that is named. */
export const Condition = z.strictObject({
  statuses: some(TicketStatus),
  waitingFor: some(WaitingFor),
  lines: some(Line),
  priorities: some(Priority),
  said: some(z.enum(['by-customer', 'by-staff'])),
});
export type Condition = z.output<typeof Condition>;

/**
 * A promise of a policy's own, told by conditions. At each change of a ticket first those begin whose `starts`
 * is so, and neither `stops` nor `cancels`; then those that run already end with `stops`, rest with `pauses`,
 * go on again, begin anew with `resets` and `starts`, or end with `cancels`: in this order, the first that is so.
 */
export const Milestone = z.strictObject({
  name: Name,
  /** Its time at each priority; at a priority that is left out there is no such milestone. */
  minutes: z.partialRecord(Priority, Minutes),
  starts: Condition,
  stops: Condition,
  pauses: Condition.optional(),
  /** What ends a pause; without it, that `pauses` is not so any more. */
  resumes: Condition.optional(),
  resets: Condition.optional(),
  cancels: Condition.optional(),
  /**
   * `once` in the life of a ticket; `independent`, each time that `starts` becomes so, whatever runs already;
   * `sequential`, as long as `starts` is so, one after the other.
   */
  recurrence: z.enum(['once', 'independent', 'sequential']).default('once'),
  /** Whether time counts from when it starts, or from when the ticket was raised, pauses in between left out. */
  countsFrom: z.enum(['start', 'raised']).default('start'),
});
export type Milestone = z.output<typeof Milestone>;

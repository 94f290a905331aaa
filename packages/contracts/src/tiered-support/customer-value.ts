import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name } from '../primitives.ts';

export const CustomerValue = z.object({
  /** Of a hundred customers, so many are worth less to us. */
  percentile: z.number().min(0).max(100),
  /** Who has worked it out, or what. */
  source: Name,
});
export type CustomerValue = z.output<typeof CustomerValue>;

export const CustomerValued = event(
  'CustomerValued',
  'tiered-support.customer-value.valued.v1',
  z.object({ accountId: Id, ...CustomerValue.shape, at: Instant }),
);

export const customerValueNoun = noun('tiered-support.customer-value', [CustomerValued]);
export type CustomerValueEvent = EventOf<(typeof customerValueNoun.events)[number]>;

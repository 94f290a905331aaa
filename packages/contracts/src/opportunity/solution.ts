import { z } from 'zod';
import { Industry } from '../account/account.ts';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Money, Name } from '../primitives.ts';

/** Who leads the delivery towards the customer: we, or a partner of ours. */
export const Leader = z.enum(['self', 'partner']);
/** Who leads it, and which partner where one does: its users then see the project and its tickets. */
export const led = { leader: Leader, partnerId: Id.optional() };
/** How the customer came to it: a project of delivery, or a product bought as it stands. */
export const Channel = z.enum(['project', 'direct', 'dealer', 'e-commerce']);

/** Where it stands in a company of branches and divisions, as far as that is known; its branch is its region. */
export const Placing = z.object({
  division: Id.optional(),
  salesMode: Id.optional(),
  productClass: Id.optional(),
  /** The industries that it serves, where it is not for that of the customer alone. */
  industries: z.array(Industry).min(1).max(Industry.options.length).optional(),
});

export const SolutionPlanned = event(
  'SolutionPlanned',
  'opportunity.solution.planned.v1',
  z.object({
    solutionId: Id,
    opportunityId: Id,
    accountId: Id,
    title: Name,
    value: Money,
    offeringIds: z.array(Id).min(1),
    at: Instant,
  }),
);

export const SolutionWentLive = event(
  'SolutionWentLive',
  'opportunity.solution.went-live.v1',
  z.object({
    solutionId: Id,
    accountId: Id,
    title: Name,
    brand: Name,
    value: Money,
    ...led,
    channel: Channel,
    branch: Id,
    /** Product and service units that had a part in it. */
    units: z.int().min(1),
    /** Interfaces to other systems of the customer. */
    interfaces: z.int().min(0),
    ...Placing.shape,
    at: Instant,
  }),
);

export const solutionNoun = noun('opportunity.solution', [SolutionPlanned, SolutionWentLive]);
export type SolutionEvent = EventOf<(typeof solutionNoun.events)[number]>;

import { z } from 'zod';
import { Id, Money } from '../primitives.ts';
import { Price } from '../service-productization/offering.ts';
import { NeedKind } from '../tiered-support/need-candidate.ts';

/** What became of the opportunities that came from needs which service had heard. */
export const FromService = z.object({
  discovered: z.int(),
  won: z.int(),
  lost: z.int(),
  open: z.int(),
  /** In the currency in which all that was won is told, so that the share is of the same money. */
  wonMinor: z.int(),
  currency: z.string().optional(),
  /** Absent while nothing is won. */
  shareOfWonValue: z.number().optional(),
  /** Everybody who heard a need is credited with the whole of it: the rows add up to more. */
  byPerson: z.array(
    z.object({ personId: Id, discovered: z.int(), won: z.int(), wonMinor: z.int() }),
  ),
});

const NeedCounts = z.object({
  found: z.int(),
  /** Not decided yet. */
  open: z.int(),
  /** Whatever became of them since. */
  accepted: z.int(),
  rejected: z.int(),
  won: z.int(),
  /** There is an offering for them now. */
  offered: z.int(),
  /** Their opportunity was lost, or no offering is made of them. */
  lost: z.int(),
});

/** What customers go on to need, and what becomes of it as an opportunity or as an offering. */
export const NeedsReport = z.object({
  needs: z.object({
    ...NeedCounts.shape,
    /** Absent while none is open. */
    medianOpenSeconds: z.number().optional(),
    /** What their opportunities were won for, by currency. */
    wonValues: z.array(Money),
  }),
  kinds: z.array(z.object({ kind: NeedKind, ...NeedCounts.shape })),
  offerings: z.object({
    published: z.int(),
    retired: z.int(),
    items: z.array(
      z.object({
        offeringId: Id,
        name: z.string(),
        status: z.enum(['published', 'retired']),
        subscriptions: z.int(),
        /** Accounts with at least one subscription. */
        accounts: z.int(),
        /** What its subscriptions come to, at the prices that they were begun at. */
        recurring: z.array(Price),
        orders: z.int(),
        /** The value of orders for this offering alone: one for several does not tell what each was worth. */
        soldAlone: z.array(Money),
      }),
    ),
  }),
});

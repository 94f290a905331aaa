import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name } from '../primitives.ts';

/** What a right to support may hang on, the narrowest first: the order in which a ticket looks for one. */
export const EntitledKind = z.enum(['asset', 'contract-line', 'contract', 'project', 'account']);
export type EntitledKind = z.output<typeof EntitledKind>;

/** One thing that a right to support hangs on. */
export const Entitled = z.object({ kind: EntitledKind, id: Id });
export type Entitled = z.output<typeof Entitled>;

/** What may change of a right to support while it is there. */
export const EntitlementTerms = z.object({
  name: Name,
  /** So many cases, or hours of work. */
  total: z.int().min(1).max(10_000),
  validFrom: Instant,
  validUntil: Instant,
  /** What becomes of a ticket that comes when nothing is left, or too late. */
  whenUsedUp: z.enum(['billable', 'refuse']),
});
export type EntitlementTerms = z.output<typeof EntitlementTerms>;

export const EntitlementUnit = z.enum(['cases', 'hours']);
export type EntitlementUnit = z.output<typeof EntitlementUnit>;

/** Support that comes with something: with a project as it goes live, or with what is sold. */
export const IncludedSupport = EntitlementTerms.pick({
  name: true,
  total: true,
  whenUsedUp: true,
}).extend({
  unit: EntitlementUnit,
  /** How long it is valid, from when that begins with which it comes. */
  days: z.int().min(1).max(3_660),
});
export type IncludedSupport = z.output<typeof IncludedSupport>;

export const EntitlementContent = EntitlementTerms.extend({
  accountId: Id,
  on: Entitled,
  unit: EntitlementUnit,
});
export type EntitlementContent = z.output<typeof EntitlementContent>;

const entitlement = { entitlementId: Id, accountId: Id, at: Instant };

export const EntitlementOpened = event(
  'EntitlementOpened',
  'tiered-support.entitlement.opened.v1',
  z.object({ ...entitlement, content: EntitlementContent }),
);

/** More or less of it, longer or shorter; what was charged stays charged. */
export const EntitlementRevised = event(
  'EntitlementRevised',
  'tiered-support.entitlement.revised.v1',
  z.object({ ...entitlement, terms: EntitlementTerms }),
);

/** Whole cases, or whole seconds where it is hours that count. */
const charge = {
  ticketId: Id,
  /** Taken from what was left. */
  covered: z.int().min(0),
  /** What there was nothing left for, so that the customer pays for it. */
  billable: z.int().min(0),
};

export const EntitlementCharged = event(
  'EntitlementCharged',
  'tiered-support.entitlement.charged.v1',
  z.object({ ...entitlement, ...charge }),
);

/** The ticket came to nothing, and is charged for nothing from then on. */
export const EntitlementReturned = event(
  'EntitlementReturned',
  'tiered-support.entitlement.returned.v1',
  z.object({ ...entitlement, ...charge }),
);

export const entitlementNoun = noun('tiered-support.entitlement', [
  EntitlementOpened,
  EntitlementRevised,
  EntitlementCharged,
  EntitlementReturned,
]);
export type EntitlementEvent = EventOf<(typeof entitlementNoun.events)[number]>;

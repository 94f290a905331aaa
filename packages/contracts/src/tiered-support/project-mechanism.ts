import { z } from 'zod';
import { event } from '../event.ts';
import { Id, Money, Name, Text } from '../primitives.ts';
import { projectFact } from './project-fact.ts';

const everyWeeks = z.int().min(1).max(104);

/** One thing that is done for the project again and again. */
export const ServiceItem = z.object({ item: Name, everyWeeks, ownerId: Id.optional() });

/** Whom the group keeps in touch with: a person who counts at the customer, or a team that serves it. */
export const ContactSide = z.enum(['key-customer', 'front-line']);
export type ContactSide = z.output<typeof ContactSide>;

export const PlannedContact = z.object({ side: ContactSide, with: Id, everyWeeks });
export type PlannedContact = z.output<typeof PlannedContact>;

/** A reward for all together: hundredths of a percent of the deal, or the same sum for every deal. */
export const Reward = z.union([
  z.object({ kind: z.literal('percent'), basisPoints: z.int().min(1).max(10_000) }),
  z.object({
    kind: z.literal('fixed'),
    amount: Money.extend({ amountMinor: z.int().min(1) }),
  }),
]);
export type Reward = z.output<typeof Reward>;

const people = z.array(Id).max(50);

/** What one of the five mechanisms of an operated project says. */
export const Mechanism = z.union([
  z.object({
    mechanism: z.literal('service'),
    items: z.array(ServiceItem).max(100),
  }),
  z.object({
    mechanism: z.literal('communication'),
    contacts: z.array(PlannedContact).max(50),
  }),
  z.object({
    mechanism: z.literal('assessment'),
    /** How well the project is, of 100. */
    score: z.int().min(0).max(100).optional(),
    findings: z.array(Text.min(1).max(1_000)).max(50),
  }),
  z.object({
    mechanism: z.literal('sharing'),
    reward: Reward.optional(),
    /** Who shares in it where nobody else is named. */
    people,
  }),
  z.object({
    mechanism: z.literal('training'),
    /** The people who lead at the customer. */
    keyCustomers: people,
    planned: z.array(z.object({ topic: Name, on: z.iso.date() })).max(100),
    held: z.array(z.object({ topic: Name, on: z.iso.date(), attended: people })).max(100),
  }),
]);
export type Mechanism = z.output<typeof Mechanism>;
export type MechanismName = Mechanism['mechanism'];

/** Somebody has looked at a mechanism, and said what it is from now on. */
export const ProjectMechanismReviewed = event(
  'ProjectMechanismReviewed',
  'tiered-support.operated-project.mechanism-reviewed.v1',
  z.object({ ...projectFact, content: Mechanism }),
);

import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Channel, led, Placing } from '../opportunity/solution.ts';
import { Id, Instant, Money, Name, Text } from '../primitives.ts';
import { projectFact } from './project-fact.ts';
import { ProjectMechanismReviewed } from './project-mechanism.ts';
import { ProjectCustomisationRecorded, ProjectCustomisationWithdrawn } from './project-solution.ts';
import {
  ProjectActivityNoted,
  ProjectContactHeld,
  ProjectHeardAgain,
  ProjectLeftAlone,
  ProjectPersonAssigned,
  ProjectPersonReleased,
  ProjectWatchSet,
  ProjectWentQuiet,
} from './project-watch.ts';
import { Arrangement } from './tier.ts';

/** What is known of a project from the first day on. */
export const delivered = {
  projectId: Id,
  solutionId: Id,
  accountId: Id,
  brand: Name,
  ...led,
  channel: Channel,
  branch: Id,
  isLarge: z.boolean(),
  isComplex: z.boolean(),
  arrangement: Arrangement,
  value: Money.optional(),
  ...Placing.shape,
};

export const OperatedProjectOpened = event(
  'OperatedProjectOpened',
  'tiered-support.operated-project.opened.v1',
  z.object({
    ...delivered,
    at: Instant,
    /** From when on silence counts: when we heard of it, which may be long after it went live. */
    watchedFrom: Instant.optional(),
  }),
);

/** What the project is called towards the people who use it, and what it promises them. */
export const Brand = z.object({
  name: Name,
  promise: Text.min(1).max(1_000),
  logoUrl: z
    .string()
    .regex(/^https:\/\/[^\s]+$/)
    .max(2_000)
    .optional(),
  contactAddress: Name.optional(),
});
export type Brand = z.output<typeof Brand>;

export const ProjectBrandRevised = event(
  'ProjectBrandRevised',
  'tiered-support.operated-project.brand-revised.v1',
  z.object({ ...projectFact, brand: Brand }),
);

export const operatedProjectNoun = noun('tiered-support.operated-project', [
  OperatedProjectOpened,
  ProjectBrandRevised,
  ProjectPersonAssigned,
  ProjectPersonReleased,
  ProjectWatchSet,
  ProjectMechanismReviewed,
  ProjectContactHeld,
  ProjectCustomisationRecorded,
  ProjectCustomisationWithdrawn,
  ProjectActivityNoted,
  ProjectWentQuiet,
  ProjectLeftAlone,
  ProjectHeardAgain,
]);
export type OperatedProjectEvent = EventOf<(typeof operatedProjectNoun.events)[number]>;

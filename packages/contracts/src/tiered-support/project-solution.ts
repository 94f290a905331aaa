import { z } from 'zod';
import { event } from '../event.ts';
import { Id, Name, Text } from '../primitives.ts';
import { projectFact } from './project-fact.ts';

/** Where the solution touches another system. */
export const Interface = z.object({
  system: Name,
  direction: z.enum(['in', 'out', 'both']),
  protocol: Name.optional(),
  ownerContact: Name.optional(),
});

/** What the solution cannot do without. */
export const Dependency = z.object({ on: Name, why: Text.max(1_000).optional() });

/** What was made for this customer alone, and how it hangs together with the rest. */
export const Customisation = z.object({
  customisationId: Id,
  what: Name,
  why: Text.max(1_000).optional(),
  interfaces: z.array(Interface).max(50).default([]),
  dependencies: z.array(Dependency).max(50).default([]),
});
export type Customisation = z.output<typeof Customisation>;

export const ProjectCustomisationRecorded = event(
  'ProjectCustomisationRecorded',
  'tiered-support.operated-project.customisation-recorded.v1',
  z.object({ ...projectFact, customisation: Customisation }),
);

export const ProjectCustomisationWithdrawn = event(
  'ProjectCustomisationWithdrawn',
  'tiered-support.operated-project.customisation-withdrawn.v1',
  z.object({ ...projectFact, customisationId: Id }),
);

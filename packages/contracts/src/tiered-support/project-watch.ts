import { z } from 'zod';
import { event } from '../event.ts';
import { Id, Instant, Name, Text } from '../primitives.ts';
import { projectFact } from './project-fact.ts';
import { ContactSide } from './project-mechanism.ts';

/** After how many days somebody is told that nothing is heard of a project, or that nobody is there for it. */
export const Watch = z.object({
  quietAfterDays: z.int().min(1).max(365).default(30),
  aloneAfterDays: z.int().min(1).max(365).default(14),
});
export type Watch = z.output<typeof Watch>;

export const ProjectPersonAssigned = event(
  'ProjectPersonAssigned',
  'tiered-support.operated-project.person-assigned.v1',
  z.object({ ...projectFact, userId: Id, role: Name }),
);

export const ProjectPersonReleased = event(
  'ProjectPersonReleased',
  'tiered-support.operated-project.person-released.v1',
  z.object({ ...projectFact, userId: Id, successorId: Id.optional() }),
);

export const ProjectWatchSet = event(
  'ProjectWatchSet',
  'tiered-support.operated-project.watch-set.v1',
  z.object({ ...projectFact, watch: Watch }),
);

/** Somebody of ours has spoken with somebody who counts. */
export const ProjectContactHeld = event(
  'ProjectContactHeld',
  'tiered-support.operated-project.contact-held.v1',
  z.object({
    ...projectFact,
    contactId: Id,
    side: ContactSide,
    with: Id,
    summary: Text.min(1),
  }),
);

/** Elsewhere, something happened that has to do with the project; told once an hour at most. */
export const ProjectActivityNoted = event(
  'ProjectActivityNoted',
  'tiered-support.operated-project.activity-noted.v1',
  z.object({ ...projectFact, ticketId: Id }),
);

/** Nothing was heard of the project for so many days. */
export const ProjectWentQuiet = event(
  'ProjectWentQuiet',
  'tiered-support.operated-project.went-quiet.v1',
  z.object({ ...projectFact, since: Instant, days: z.int() }),
);

/** For so many days nobody was there for the project. */
export const ProjectLeftAlone = event(
  'ProjectLeftAlone',
  'tiered-support.operated-project.left-alone.v1',
  z.object({ ...projectFact, since: Instant, days: z.int() }),
);

/** Its silence is over. */
export const ProjectHeardAgain = event(
  'ProjectHeardAgain',
  'tiered-support.operated-project.heard-again.v1',
  z.object(projectFact),
);

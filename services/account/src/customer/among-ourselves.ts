import type { CustomerEvent } from './customer-event.ts';

/** Facts about a customer that are for ourselves: what we note, and how we look after them. */
export const amongOurselves: readonly CustomerEvent['type'][] = [
  'TicketNoteAdded',
  'TicketClockWarned',
  'TicketClockBreached',
  'ProjectPersonAssigned',
  'ProjectPersonReleased',
  'ProjectWatchSet',
  'ProjectMechanismReviewed',
  'ProjectContactHeld',
  'ProjectCustomisationRecorded',
  'ProjectCustomisationWithdrawn',
  'ProjectActivityNoted',
  'ProjectWentQuiet',
  'ProjectLeftAlone',
  'ProjectHeardAgain',
];

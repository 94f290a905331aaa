import type { OperatedProjectEvent } from './operated-project.ts';
import type { TicketEvent } from './ticket.ts';

/**
 * Facts of tickets and projects that customers and partners are not told: what we say among ourselves, and how
 * we look after them. How their promises stand they see in the clocks.
 */
export const factsForStaff: readonly (TicketEvent | OperatedProjectEvent)['type'][] = [
  'TicketNoteAdded',
  'TicketClockWarned',
  'TicketClockBreached',
  'TicketMilestoneWarned',
  'TicketMilestoneBreached',
  'TicketMilestoneReached',
  'TicketPromisedAnew',
  'TicketEscalated',
  'TicketRouted',
  'TicketLeftInQueue',
  'TicketClaimed',
  'TicketReleased',
  'TicketTookIn',
  'TicketLinked',
  'TicketUnlinked',
  'TicketWatched',
  'TicketUnwatched',
  'TicketTaskSet',
  'TicketArticleNamed',
  'TicketSurveyLeftOut',
  'TicketOutsourcedEntryTaken',
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

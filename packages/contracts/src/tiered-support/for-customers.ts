import { type OperatedProjectEvent, operatedProjectNoun } from './operated-project.ts';
import { type TicketEvent, ticketNoun } from './ticket.ts';

type Fact = (TicketEvent | OperatedProjectEvent)['type'];

/**
 * Facts of tickets and projects that customers and partners are told. All others, and so every new one until somebody names it
 * here, are what we say among ourselves and how we look after them. How their promises stand they see in the clocks.
 */
export const factsForCustomers: readonly Fact[] = [
  'TicketRaised',
  'TicketHandedOver',
  'TicketQueued',
  'TicketWorkStarted',
  'TicketWaitStarted',
  'TicketResolved',
  'TicketClosed',
  'TicketCancelled',
  'TicketReopened',
  'TicketRated',
  'TicketPrioritised',
  'TicketMessageAdded',
  'TicketMessageTakenOver',
  'TicketMerged',
  'TicketMessageErased',
  'TicketRatingErased',
  'OperatedProjectOpened',
  'ProjectBrandRevised',
];

/** All other facts of tickets and projects. */
export const factsForStaff: readonly Fact[] = [...ticketNoun.events, ...operatedProjectNoun.events]
  .map(({ type }) => type)
  .filter((type) => !factsForCustomers.includes(type));

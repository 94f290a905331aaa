import {
  type AccountEvent,
  accountNoun,
  type ContactEvent,
  contactNoun,
  type InteractionEvent,
  interactionNoun,
  type OperatedProjectEvent,
  type OpportunityEvent,
  type OrderEvent,
  operatedProjectNoun,
  opportunityNoun,
  orderNoun,
  type SolutionEvent,
  type SubscriptionEvent,
  solutionNoun,
  subscriptionNoun,
  type TicketEvent,
  ticketNoun,
} from '@steward/contracts';

/** Facts about what a customer has with us. */
export type HoldingEvent =
  | OpportunityEvent
  | OrderEvent
  | SolutionEvent
  | SubscriptionEvent
  | OperatedProjectEvent
  | TicketEvent;

export const holdingNouns = [
  opportunityNoun,
  orderNoun,
  solutionNoun,
  subscriptionNoun,
  operatedProjectNoun,
  ticketNoun,
];

/** Facts about a customer, whichever service tells them. */
export type CustomerEvent = HoldingEvent | AccountEvent | ContactEvent | InteractionEvent;

export const customerNouns = [accountNoun, contactNoun, interactionNoun, ...holdingNouns];

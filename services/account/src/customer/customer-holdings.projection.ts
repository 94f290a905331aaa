import type { Occurrence, Projection } from '@steward/bus';
import { type HoldingEvent, holdingNouns } from './customer-event.ts';

/** One thing that a customer has with us, as far as its account owner needs to see it. */
export interface Holding {
  readonly accountId: string;
  readonly kind: 'opportunity' | 'order' | 'solution' | 'subscription' | 'project' | 'ticket';
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly since: string;
}

const holdingOf = ({
  type,
  data,
  key: id,
  at: since,
}: HoldingEvent & Occurrence): Omit<Holding, 'accountId'> | undefined => {
  switch (type) {
    case 'OpportunityDiscovered':
      return { kind: 'opportunity', id, title: data.title, status: 'discovered', since };
    case 'OrderPlaced':
      return { kind: 'order', id, title: `Order ${id}`, status: 'placed', since };
    case 'SolutionPlanned':
      return { kind: 'solution', id, title: data.title, status: 'planned', since };
    case 'SubscriptionStarted':
      return { kind: 'subscription', id, title: data.offeringName, status: 'active', since };
    case 'OperatedProjectOpened':
      return { kind: 'project', id, title: data.brand, status: 'operated', since };
    case 'TicketRaised':
      return { kind: 'ticket', id, title: data.subject, status: 'queued', since };
    default:
      return undefined;
  }
};

const nextStatus: Partial<Record<HoldingEvent['type'], string>> = {
  OpportunityIntroduced: 'introduced',
  OpportunityAccepted: 'accepted',
  OpportunityWon: 'won',
  OpportunityLost: 'lost',
  SolutionWentLive: 'live',
  TicketQueued: 'queued',
  TicketWorkStarted: 'in-progress',
  TicketWaitStarted: 'waiting',
  TicketResolved: 'resolved',
  TicketClosed: 'closed',
  TicketCancelled: 'cancelled',
  TicketMerged: 'cancelled',
};

export const customerHoldings: Projection<Holding, HoldingEvent> = {
  name: 'customer-holdings',
  nouns: holdingNouns,
  indexes: [['accountId', 'kind', 'status']],
  keyOf: ({ topic, key }) => `${topic}/${key}`,
  apply: (row, event) => {
    const { accountId } = event.data;
    const begun = holdingOf(event);
    if (begun) return accountId === undefined ? undefined : { accountId, ...begun };
    const status = nextStatus[event.type];
    return row && status ? { ...row, status, since: event.at } : row;
  },
};

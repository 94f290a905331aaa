import type { Projection } from '@steward/bus';
import { type CustomerEvent, customerNouns } from './customer-event.ts';

/** One thing that happened at a customer. */
export interface TimelineEntry {
  readonly accountId: string;
  readonly eventId: string;
  readonly type: string;
  readonly noun: string;
  readonly nounId: string;
  readonly occurredAt: string;
  readonly summary: string;
  /** Sorts by time, and tells events of the same moment apart. */
  readonly order: string;
}

const words = (type: string): string => type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

const detailOf = ({ type, data }: CustomerEvent): string => {
  switch (type) {
    case 'AccountRegistered':
    case 'ContactAdded':
      return data.name;
    case 'AccountOwnerAssigned':
    case 'OpportunityAccepted':
      return data.ownerId;
    case 'InteractionRecorded':
      return data.summary;
    case 'TicketRaised':
      return data.subject;
    case 'TicketHandedOver':
      return `${data.held.line} to ${data.desk.line} line, ${data.desk.team}`;
    case 'TicketRated':
      return `${data.score} of 5`;
    case 'SubscriptionStarted':
      return data.offeringName;
    case 'OpportunityDiscovered':
    case 'OpportunityWon':
    case 'SolutionPlanned':
    case 'SolutionWentLive':
      return data.title;
    case 'OpportunityLost':
      return data.lossReason;
    default:
      return '';
  }
};

export const customerTimeline: Projection<TimelineEntry, CustomerEvent> = {
  name: 'customer-timeline',
  nouns: customerNouns,
  indexes: [['accountId', 'order']],
  keyOf: ({ id, data: { accountId } }) => (accountId === undefined ? undefined : id),
  apply: (_, event) => {
    const { id: eventId, type, topic, key: nounId, at: occurredAt, data } = event;
    if (data.accountId === undefined) return undefined;
    const detail = detailOf(event);
    return {
      accountId: data.accountId,
      eventId,
      type,
      noun: topic,
      nounId,
      occurredAt,
      summary: detail ? `${words(type)}: ${detail}` : words(type),
      order: `${occurredAt} ${eventId}`,
    };
  },
};

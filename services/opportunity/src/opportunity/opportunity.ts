import type { DataOf, Money, OpenStage, OpportunityEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

export type LossReason = DataOf<OpportunityEvent, 'OpportunityLost'>['lossReason'];
export type SoldLine = DataOf<OpportunityEvent, 'OpportunityWon'>['lines'][number];

interface Chance {
  readonly opportunityId: string;
  readonly accountId?: string | undefined;
  readonly title: string;
  readonly discoveredBy: string;
  readonly discoveredAt: string;
  readonly estimate?: Money | undefined;
  /** The need of the customer that it came from, where service heard of one. */
  readonly need?: DataOf<OpportunityEvent, 'OpportunityDiscovered'>['need'];
  /** Everybody it was introduced to; one of them may accept it. */
  readonly units: readonly string[];
}

interface Acceptance {
  readonly unit: string;
  readonly ownerId: string;
  /** The last one that it had, once it is closed. */
  readonly stage: OpenStage;
}

interface Won {
  readonly value: Money;
  readonly closedAt: string;
}

interface Lost {
  readonly lossReason: LossReason;
  readonly closedAt: string;
}

export type KnownOpportunity =
  | (Chance & { readonly status: 'discovered' | 'introduced' })
  | (Chance & Acceptance & { readonly status: 'accepted' })
  | (Chance & Acceptance & Won & { readonly status: 'won' })
  | (Chance & Partial<Acceptance> & Lost & { readonly status: 'lost' });

export type AcceptedOpportunity = Extract<KnownOpportunity, { status: 'accepted' }>;
export type Opportunity = { readonly status: 'absent' } | KnownOpportunity;

export const refuse = refusals({
  'opportunity-already-discovered': 'conflict',
  'discoverer-not-caller': 'forbidden',
  'discoverer-not-account-owner': 'forbidden',
  'opportunity-not-found': 'notFound',
  'opportunity-already-introduced': 'conflict',
  'too-many-units': 'conflict',
  'opportunity-not-introduced': 'conflict',
  'unit-not-introduced': 'conflict',
  'opportunity-already-accepted': 'conflict',
  'opportunity-not-accepted': 'conflict',
  'not-opportunity-owner': 'forbidden',
  'stage-unchanged': 'conflict',
  'opportunity-without-account': 'conflict',
  'negative-value': 'invalid',
  'loss-notes-missing': 'invalid',
  'opportunity-closed': 'conflict',
});

/** Where an accepted opportunity begins. */
const firstStage: OpenStage = 'prospecting';

const discovered = ({
  at,
  offeringId: _,
  ...chance
}: DataOf<OpportunityEvent, 'OpportunityDiscovered'>): Opportunity => ({
  status: 'discovered',
  ...chance,
  discoveredAt: at,
  units: [],
});

const evolve = (opportunity: Opportunity, { type, data }: OpportunityEvent): Opportunity => {
  if (type === 'OpportunityDiscovered') return discovered(data);
  if (opportunity.status === 'absent') return opportunity;
  switch (type) {
    case 'OpportunityIntroduced':
      return { ...opportunity, status: 'introduced', units: [...opportunity.units, ...data.units] };
    case 'OpportunityAccepted': {
      const { unit, ownerId } = data;
      return { ...opportunity, status: 'accepted', unit, ownerId, stage: firstStage };
    }
    case 'OpportunityAdvanced':
      return opportunity.status === 'accepted' ? { ...opportunity, stage: data.to } : opportunity;
    case 'OpportunityWon':
      return opportunity.status === 'accepted'
        ? { ...opportunity, status: 'won', value: data.value, closedAt: data.at }
        : opportunity;
    case 'OpportunityLost': {
      const { lossReason, at: closedAt } = data;
      return { ...opportunity, status: 'lost', lossReason, closedAt };
    }
  }
};

export const opportunity: Aggregate<Opportunity, OpportunityEvent> = {
  name: 'opportunity',
  initial: { status: 'absent' },
  evolve,
};

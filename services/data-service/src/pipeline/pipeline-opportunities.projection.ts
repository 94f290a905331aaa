import type { Occurrence, Projection } from '@steward/bus';
import {
  type DataOf,
  type Money,
  type OpenStage,
  type OpportunityEvent,
  opportunityNoun,
} from '@steward/contracts';

/** One opportunity, as far as the report on the pipeline asks about it. */
export interface PipelineOpportunity {
  readonly accountId?: string | undefined;
  readonly status: 'discovered' | 'introduced' | 'accepted' | 'won' | 'lost';
  /** The last stage that it was in; absent before a unit accepts it. */
  readonly stage?: OpenStage;
  readonly estimate?: Money | undefined;
  /** What it was won for. */
  readonly value?: Money;
  /** The need that it came from, where service heard of one, and who is credited with it. */
  readonly needId?: string | undefined;
  readonly heardBy?: readonly string[] | undefined;
  readonly discoveredAt: string;
  readonly acceptedAt?: string;
  readonly closedAt?: string;
  readonly version: number;
}

type Discovered = DataOf<OpportunityEvent, 'OpportunityDiscovered'>;
type Followed = Exclude<OpportunityEvent, { type: 'OpportunityDiscovered' }>;

const discovered = (
  { accountId, estimate, need, at }: Discovered,
  version: number,
): PipelineOpportunity => ({
  accountId,
  status: 'discovered',
  estimate,
  ...(need && { needId: need.needId, heardBy: need.heardBy }),
  discoveredAt: at,
  version,
});

const changed = ({ type, data }: Followed): Partial<PipelineOpportunity> => {
  switch (type) {
    case 'OpportunityIntroduced':
      return { status: 'introduced' };
    case 'OpportunityAccepted':
      return { status: 'accepted', stage: 'prospecting', acceptedAt: data.at };
    case 'OpportunityAdvanced':
      return { stage: data.to };
    case 'OpportunityWon':
      // The customer behind an opportunity may be known no earlier than now.
      return { status: 'won', accountId: data.accountId, value: data.value, closedAt: data.at };
    case 'OpportunityLost':
      return { status: 'lost', closedAt: data.at };
  }
};

export const pipelineOpportunities: Projection<PipelineOpportunity, OpportunityEvent> = {
  name: 'pipeline-opportunities',
  nouns: [opportunityNoun],
  indexes: [['needId']],
  keyOf: ({ key }) => key,
  apply: (row, event: OpportunityEvent & Occurrence) => {
    const { version } = event;
    if (event.type === 'OpportunityDiscovered') return discovered(event.data, version);
    return row && { ...row, ...changed(event), version };
  },
};

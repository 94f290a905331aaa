import {
  type AcceptedOpportunity,
  type KnownOpportunity,
  type Opportunity,
  refuse,
} from './opportunity.ts';

export type OpenOpportunity = Exclude<KnownOpportunity, { status: 'won' | 'lost' }>;

export const requireKnown = (opportunityId: string, opportunity: Opportunity): KnownOpportunity => {
  if (opportunity.status === 'absent')
    throw refuse('opportunity-not-found', `Opportunity ${opportunityId} was not discovered`);
  return opportunity;
};

/** Won and lost are final: what comes after them is another opportunity. */
export const requireOpen = (opportunity: KnownOpportunity): OpenOpportunity => {
  if (opportunity.status === 'won' || opportunity.status === 'lost')
    throw refuse(
      'opportunity-closed',
      `Opportunity ${opportunity.opportunityId} was ${opportunity.status} at ${opportunity.closedAt}`,
    );
  return opportunity;
};

export const requireUnaccepted = (
  opportunity: OpenOpportunity,
): Exclude<OpenOpportunity, { status: 'accepted' }> => {
  if (opportunity.status === 'accepted')
    throw refuse(
      'opportunity-already-accepted',
      `${opportunity.unit} accepted opportunity ${opportunity.opportunityId} already`,
    );
  return opportunity;
};

export const requireAccepted = (opportunity: OpenOpportunity): AcceptedOpportunity => {
  if (opportunity.status !== 'accepted')
    throw refuse(
      'opportunity-not-accepted',
      `No unit has accepted opportunity ${opportunity.opportunityId} yet`,
    );
  return opportunity;
};

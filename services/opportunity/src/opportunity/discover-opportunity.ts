import type { Money, OpportunityEvent } from '@steward/contracts';
import { type Opportunity, refuse } from './opportunity.ts';

export interface DiscoverOpportunity {
  readonly opportunityId: string;
  readonly accountId?: string | undefined;
  readonly title: string;
  /** Whoever calls, where nobody is named. */
  readonly discoveredBy?: string | undefined;
  readonly offeringId?: string | undefined;
  readonly estimate?: Money | undefined;
  readonly caller: { readonly subject: string; readonly mayNameOthers: boolean };
  /** Who answered for the account at that moment. */
  readonly accountOwnerId?: string | undefined;
  readonly at: Date;
}

type Naming = Pick<DiscoverOpportunity, 'discoveredBy' | 'caller'>;

const discovererOf = ({ discoveredBy, caller }: Naming): string => {
  if (discoveredBy === undefined || discoveredBy === caller.subject) return caller.subject;
  if (!caller.mayNameOthers)
    throw refuse(
      'discoverer-not-caller',
      'Only with the scope history:backdate may somebody else be named as the discoverer',
    );
  return discoveredBy;
};

export const discoverOpportunity = (
  opportunity: Opportunity,
  { discoveredBy: named, caller, accountOwnerId, at, ...chance }: DiscoverOpportunity,
): OpportunityEvent[] => {
  const { opportunityId, accountId } = chance;
  if (opportunity.status !== 'absent')
    throw refuse(
      'opportunity-already-discovered',
      `Opportunity ${opportunityId} was already discovered`,
    );
  const discoveredBy = discovererOf({ discoveredBy: named, caller });
  // Discovering is the account owner's part; where no customer is known yet, nobody has that part.
  if (accountId !== undefined && discoveredBy !== accountOwnerId)
    throw refuse(
      'discoverer-not-account-owner',
      `${discoveredBy} was not the owner of account ${accountId} at ${at.toISOString()}`,
    );
  return [
    { type: 'OpportunityDiscovered', data: { ...chance, discoveredBy, at: at.toISOString() } },
  ];
};

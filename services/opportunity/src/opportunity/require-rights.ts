import type { Role } from '@steward/contracts';
import { type KnownOpportunity, refuse } from './opportunity.ts';

/** Who asks, as far as rights over opportunities go. */
export interface Caller {
  readonly subject: string;
  readonly roles: readonly Role[];
}

/** Roles that answer for whole accounts, or for the records of all. */
const spanningRoles: readonly Role[] = ['account-owner', 'importer', 'administrator'];

const actsAsOpportunityOwnerOnly = ({ roles }: Caller): boolean =>
  roles.includes('opportunity-owner') && !roles.some((role) => spanningRoles.includes(role));

/** An opportunity owner is responsible for one opportunity only, so the rights stop where it does. */
export const requireRights = (opportunity: KnownOpportunity, caller: Caller): void => {
  if (!actsAsOpportunityOwnerOnly(caller)) return;
  const ownerId = 'ownerId' in opportunity ? opportunity.ownerId : undefined;
  if (ownerId !== caller.subject)
    throw refuse(
      'not-opportunity-owner',
      `${caller.subject} does not own opportunity ${opportunity.opportunityId}`,
    );
};

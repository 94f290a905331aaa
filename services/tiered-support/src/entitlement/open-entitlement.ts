import type { EntitlementContent, EntitlementEvent, EntitlementTerms } from '@steward/contracts';
import { balanceOf } from './balance.ts';
import {
  entitlement as aggregate,
  type Entitlement,
  refuse,
  requireOpened,
} from './entitlement.ts';

export interface OpenEntitlement {
  readonly entitlementId: string;
  readonly content: EntitlementContent;
  readonly at: Date;
}

export interface ReviseEntitlement {
  readonly entitlementId: string;
  readonly terms: EntitlementTerms;
  readonly at: Date;
}

const requireValid = ({ validFrom, validUntil }: EntitlementTerms): void => {
  if (Date.parse(validUntil) <= Date.parse(validFrom))
    throw refuse('entitlement-never-valid', `It would be valid from ${validFrom} to ${validUntil}`);
};

export const openEntitlement = (
  entitlement: Entitlement,
  { entitlementId, content, at }: OpenEntitlement,
): EntitlementEvent[] => {
  if (entitlement.status !== 'absent')
    throw refuse('entitlement-already-opened', `Entitlement ${entitlementId} was already opened`);
  requireValid(content);
  const { accountId, on } = content;
  if (on.kind === 'account' && on.id !== accountId)
    throw refuse('entitlement-of-another-account', `${on.id} is not the account ${accountId}`);
  const data = { entitlementId, accountId, content, at: at.toISOString() };
  return [{ type: 'EntitlementOpened', data }];
};

export const reviseEntitlement = (
  entitlement: Entitlement,
  { entitlementId, terms, at }: ReviseEntitlement,
): EntitlementEvent[] => {
  const opened = requireOpened(entitlement, entitlementId);
  requireValid(terms);
  const { accountId } = opened;
  const data = { entitlementId, accountId, terms, at: at.toISOString() };
  const revised: EntitlementEvent = { type: 'EntitlementRevised', data };
  const after = requireOpened(aggregate.evolve(opened, revised), entitlementId);
  const { charged, remaining, countedIn } = balanceOf(after);
  if (remaining < 0)
    throw refuse(
      'entitlement-total-below-charged',
      `Of entitlement ${entitlementId}, ${charged} ${countedIn} are charged already`,
    );
  return [revised];
};

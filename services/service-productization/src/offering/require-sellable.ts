import { type KnownOffering, type Offering, refuse } from './offering.ts';

/** What was sold must be in the catalogue: there is no other price to charge. */
export const requireSellable = (
  offeringId: string,
  found: { readonly state: Offering } | undefined,
): KnownOffering => {
  if (found === undefined || found.state.status === 'absent')
    throw refuse('offering-not-found', `Offering ${offeringId} is not in the catalogue`);
  if (found.state.status === 'retired')
    throw refuse('offering-retired', `Offering ${offeringId} is retired and sold no more`);
  return found.state;
};

import type { OfferingEvent } from '@steward/contracts';
import { type Offering, refuse } from './offering.ts';

export interface RetireOffering {
  readonly offeringId: string;
  readonly at: Date;
}

export const retireOffering = (
  offering: Offering,
  { offeringId, at }: RetireOffering,
): OfferingEvent[] => {
  if (offering.status === 'absent')
    throw refuse('offering-not-found', `Offering ${offeringId} is not in the catalogue`);
  if (offering.status === 'retired')
    throw refuse('offering-already-retired', `Offering ${offeringId} was already retired`);
  return [{ type: 'OfferingRetired', data: { offeringId, at: at.toISOString() } }];
};

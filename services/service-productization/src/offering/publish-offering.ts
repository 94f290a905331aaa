import type { DataOf, OfferingEvent } from '@steward/contracts';
import { type Offering, refuse } from './offering.ts';

type Published = DataOf<OfferingEvent, 'OfferingPublished'>;
export type PublishOffering = Omit<Published, 'at'> & { readonly at: Date };

export const publishOffering = (
  offering: Offering,
  { at, ...published }: PublishOffering,
): OfferingEvent[] => {
  // A retired offering does not come back under its old id: its subscriptions would not say which it was.
  if (offering.status !== 'absent')
    throw refuse(
      'offering-already-published',
      `Offering ${published.offeringId} was already published`,
    );
  return [{ type: 'OfferingPublished', data: { ...published, at: at.toISOString() } }];
};

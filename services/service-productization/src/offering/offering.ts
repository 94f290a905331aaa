import type { DataOf, OfferingEvent } from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

type Published = Omit<DataOf<OfferingEvent, 'OfferingPublished'>, 'at'>;

/** Something in the catalogue. A retired one stays known, because customers still have it. */
export type Offering =
  | { readonly status: 'absent' }
  | (Published & { readonly status: 'published' | 'retired' });
export type KnownOffering = Existing<Offering>;

export const refuse = refusals({
  'offering-already-published': 'conflict',
  'offering-not-found': 'notFound',
  'offering-already-retired': 'conflict',
  'offering-retired': 'conflict',
});

const evolve = (offering: Offering, { type, data }: OfferingEvent): Offering => {
  switch (type) {
    case 'OfferingPublished': {
      const { at: _, ...published } = data;
      return { status: 'published', ...published };
    }
    case 'OfferingRetired':
      return offering.status === 'absent' ? offering : { ...offering, status: 'retired' };
  }
};

export const offering: Aggregate<Offering, OfferingEvent> = {
  name: 'offering',
  initial: { status: 'absent' },
  evolve,
};

import type { OfferingEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

type Published = Omit<Extract<OfferingEvent, { type: 'OfferingPublished' }>['data'], 'at'>;

/** Something in the catalogue. A retired one stays known, because customers still have it. */
export type Offering =
  | { readonly status: 'absent' }
  | (Published & { readonly status: 'published' | 'retired' });
export type KnownOffering = Exclude<Offering, { status: 'absent' }>;

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

import type { Projection } from '@steward/bus';
import { type OfferingEvent, offeringNoun } from '@steward/contracts';

/** One offering of the catalogue; the key is its id. */
export interface LaunchedOffering {
  readonly name: string;
  readonly status: 'published' | 'retired';
}

export const launchedOfferings: Projection<LaunchedOffering, OfferingEvent> = {
  name: 'launched-offerings',
  nouns: [offeringNoun],
  keyOf: ({ data }) => data.offeringId,
  apply: (row, { type, data }) => {
    switch (type) {
      case 'OfferingPublished':
        return { name: data.name, status: 'published' };
      case 'OfferingRetired':
        return row && { ...row, status: 'retired' };
    }
  },
};

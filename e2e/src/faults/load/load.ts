import { callerAs, type Surroundings } from './caller.ts';
import { ownAccount } from './own-account.ts';
import { type Crowd, type Life, live } from './people.ts';
import { sell } from './sell.ts';
import { support } from './support.ts';

/** A load under way. */
export interface Load {
  /** Begins nothing new, and waits until everything that was begun is answered. */
  close(): Promise<void>;
  /** Sells what was sold before it was in the catalogue: the cause for which wins were set aside is healed. */
  publishLateOfferings(): Promise<void>;
}

const kinds: Readonly<Record<string, { readonly life: Life; readonly share: number }>> = {
  owner: { life: ownAccount, share: 3 },
  seller: { life: sell, share: 4 },
  agent: { life: support, share: 5 },
};

const price = { amountMinor: 4_900, currency: 'EUR' };
const onSale = [
  { offeringId: 'lamp', per: 'once' },
  { offeringId: 'care', per: 'month' },
  { offeringId: 'cloud', per: 'year' },
] as const;
export const lateOfferings = ['late-care', 'late-cloud'] as const;

/** Starts people who work through the gateway at once; their number is a multiple of `crowdSize`. */
export const startLoad = async (
  surroundings: Surroundings,
  { crowdSize }: { readonly crowdSize: number },
): Promise<Load> => {
  const closing = new AbortController();
  const manager = await callerAs({ subject: 'manager', roles: ['product-manager'] }, surroundings);
  const publish = (offeringId: string, per: string) =>
    manager.ask('publishOffering', {
      body: {
        offeringId,
        name: `The offering ${offeringId}`,
        businessType: 'service',
        unit: 'light',
        price: { ...price, per },
      },
    });
  for (const { offeringId, per } of onSale) await publish(offeringId, per);

  const crowd: Crowd = {
    ...surroundings,
    closing: closing.signal,
    offerings: onSale.map(({ offeringId }) => offeringId),
    lateOfferings,
    projects: [],
  };
  const people = Object.entries(kinds).flatMap(([kind, { life, share }]) =>
    Array.from({ length: share * crowdSize }, (_, index) =>
      live({ subject: `${kind}-${index + 1}`, role: 'administrator' }, life, crowd),
    ),
  );
  return {
    close: async () => {
      closing.abort();
      await Promise.all(people);
    },
    publishLateOfferings: async () => {
      for (const offeringId of lateOfferings) await publish(offeringId, 'month');
    },
  };
};

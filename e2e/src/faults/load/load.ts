import { callerAs, type Surroundings } from './caller.ts';
import { ownAccount } from './own-account.ts';
import { type Crowd, type Life, live } from './people.ts';
import { sell } from './sell.ts';
import { support } from './support.ts';

/** A load under way. */
export interface Load {
  /** Begins nothing new, and waits until everything that was begun is answered. */
  close(): Promise<void>;
  /** Asks for much at once: more than leaves in one request when Kafka has been away. */
  burst(): Promise<void>;
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
/** Together more than Kafka takes in one request. */
const letterLength = 10_000;
const lettersOfBurst = 150;

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
  for (const { offeringId, per } of onSale) {
    const { is } = await publish(offeringId, per);
    if (is !== 'done') throw new Error(`${offeringId} could not be put on sale: ${is}`);
  }

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
  const owner = await callerAs({ subject: 'writer', roles: ['account-owner'] }, surroundings);
  let bursts = 0;
  const burst = async () => {
    bursts += 1;
    const accountId = `account-of-burst-${bursts}`;
    const body = { accountId, name: 'Much', industry: 'media', ownerId: 'writer' };
    await owner.ask('registerAccount', { body });
    const long = { touchPoint: 'mail', summary: 'x'.repeat(letterLength) };
    const letters = Array.from({ length: lettersOfBurst }, () =>
      owner.ask('recordInteraction', { params: [accountId], body: long }),
    );
    await Promise.all(letters);
  };

  return {
    burst,
    close: async () => {
      closing.abort();
      await Promise.all(people);
    },
    publishLateOfferings: async () => {
      for (const offeringId of lateOfferings) await publish(offeringId, 'month');
    },
  };
};

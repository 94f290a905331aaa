import type { Money, Price } from '@steward/contracts';

export interface Offering {
  readonly _id: string;
  readonly name: string;
  readonly status: 'published' | 'retired';
}

/** How many have one offering. */
export interface Adoption {
  readonly offeringId: string;
  readonly subscriptions: number;
  readonly accounts: number;
}

export const adoptionPipeline: readonly object[] = [
  {
    $group: {
      _id: { offeringId: '$offeringId', accountId: '$accountId' },
      subscriptions: { $sum: 1 },
    },
  },
  {
    $group: {
      _id: '$_id.offeringId',
      subscriptions: { $sum: '$subscriptions' },
      accounts: { $sum: 1 },
    },
  },
  { $project: { _id: 0, offeringId: '$_id', subscriptions: 1, accounts: 1 } },
];

/** What the subscriptions of one offering come to in one currency and period. */
export interface Recurring extends Price {
  readonly offeringId: string;
}

export const recurringPipeline: readonly object[] = [
  {
    $group: {
      _id: { offeringId: '$offeringId', currency: '$price.currency', per: '$price.per' },
      amountMinor: { $sum: { $multiply: ['$price.amountMinor', '$quantity'] } },
    },
  },
  { $sort: { _id: 1 } },
  { $replaceWith: { $mergeObjects: ['$_id', { amountMinor: '$amountMinor' }] } },
];

/** The orders of one currency that name an offering, and what those were worth that name no other. */
export interface Sold extends Money {
  readonly offeringId: string;
  readonly orders: number;
  readonly ordersAlone: number;
}

const namesNoOther = { $eq: [{ $size: '$offeringIds' }, 1] };

export const soldPipeline: readonly object[] = [
  { $addFields: { isAlone: namesNoOther } },
  { $unwind: '$offeringIds' },
  {
    $group: {
      _id: { offeringId: '$offeringIds', currency: '$value.currency' },
      orders: { $sum: 1 },
      ordersAlone: { $sum: { $cond: ['$isAlone', 1, 0] } },
      amountMinor: { $sum: { $cond: ['$isAlone', '$value.amountMinor', 0] } },
    },
  },
  { $sort: { _id: 1 } },
  {
    $replaceWith: {
      $mergeObjects: [
        '$_id',
        { orders: '$orders', ordersAlone: '$ordersAlone', amountMinor: '$amountMinor' },
      ],
    },
  },
];

export interface OfferingFacts {
  readonly offerings: readonly Offering[];
  readonly adoption: readonly Adoption[];
  readonly recurring: readonly Recurring[];
  readonly sold: readonly Sold[];
}

const itemOf = (
  { _id: offeringId, name, status }: Offering,
  { adoption, recurring, sold }: OfferingFacts,
) => {
  const isOwn = (row: { readonly offeringId: string }) => row.offeringId === offeringId;
  const { subscriptions = 0, accounts = 0 } = adoption.find(isOwn) ?? {};
  const orders = sold.filter(isOwn);
  return {
    offeringId,
    name,
    status,
    subscriptions,
    accounts,
    recurring: recurring
      .filter(isOwn)
      .map(({ amountMinor, currency, per }) => ({ amountMinor, currency, per })),
    orders: orders.reduce((sum, row) => sum + row.orders, 0),
    soldAlone: orders
      .filter(({ ordersAlone }) => ordersAlone > 0)
      .map(({ amountMinor, currency }) => ({ amountMinor, currency })),
  };
};

/** All offerings are counted, those that most have are named: of equals those with more orders, then by name. */
export const offeringFigures = (facts: OfferingFacts, top: number) => {
  const { offerings } = facts;
  const published = offerings.filter(({ status }) => status === 'published').length;
  const items = offerings
    .map((offering) => itemOf(offering, facts))
    .sort(
      (one, other) =>
        other.accounts - one.accounts ||
        other.subscriptions - one.subscriptions ||
        other.orders - one.orders ||
        (one.name < other.name ? -1 : 1),
    )
    .slice(0, top);
  return { published, retired: offerings.length - published, items };
};

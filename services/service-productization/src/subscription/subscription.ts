import type { SubscriptionEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

type Started = Omit<SubscriptionEvent['data'], 'at'> & { readonly startedAt: string };

/** What a customer pays for again and again, at the price of the day that it began. */
export type Subscription =
  | { readonly status: 'absent' }
  | (Started & { readonly status: 'active' });
export type ActiveSubscription = Extract<Subscription, { status: 'active' }>;

export const refuse = refusals({
  'subscription-already-started': 'conflict',
  'subscription-id-too-long': 'invalid',
});

const evolve = (
  _: Subscription,
  { data: { at, ...started } }: SubscriptionEvent,
): Subscription => ({
  status: 'active',
  ...started,
  startedAt: at,
});

export const subscription: Aggregate<Subscription, SubscriptionEvent> = {
  name: 'subscription',
  initial: { status: 'absent' },
  evolve,
};

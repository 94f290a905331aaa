import { SubscriptionStarted } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { type StartSubscription, startSubscription } from './start-subscription.ts';
import { subscription } from './subscription.ts';

const given = scenario(subscription);

const start: StartSubscription = {
  accountId: 'acme',
  opportunityId: 'o-1',
  offering: {
    offeringId: 'portal',
    name: 'Portal',
    price: { amountMinor: 9_900, currency: 'EUR', per: 'month' },
  },
  quantity: 3,
  at: new Date('2026-03-02T12:00:00.000Z'),
};

const started = {
  type: 'SubscriptionStarted' as const,
  data: {
    subscriptionId: 'o-1-portal',
    accountId: 'acme',
    opportunityId: 'o-1',
    offeringId: 'portal',
    offeringName: 'Portal',
    quantity: 3,
    price: { amountMinor: 9_900, currency: 'EUR', per: 'month' as const },
    at: '2026-03-02T12:00:00.000Z',
  },
};

describe('start subscription', () => {
  it('begins with the win, at the price of that day', () => {
    given()
      .when((subscription) => startSubscription(subscription, start))
      .thenEmits(started);
  });

  it('refuses to start twice', () => {
    given(started)
      .when((subscription) => startSubscription(subscription, start))
      .thenRefuses('subscription-already-started');
  });

  it('refuses an id that no consumer could read', () => {
    given()
      .when((subscription) =>
        startSubscription(subscription, { ...start, opportunityId: 'o'.repeat(122) }),
      )
      .thenRefuses('subscription-id-too-long');
  });

  it('takes the longest id that there may be', () => {
    const opportunityId = 'o'.repeat(121);
    const data = { ...started.data, opportunityId, subscriptionId: `${opportunityId}-portal` };
    given()
      .when((subscription) => startSubscription(subscription, { ...start, opportunityId }))
      .thenEmits({ ...started, data });
  });

  it('emits only events the contract accepts', () => {
    const [event] = startSubscription({ status: 'absent' }, start);
    expect(SubscriptionStarted.parse(event)).toEqual(event);
  });
});

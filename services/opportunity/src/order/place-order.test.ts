import { OrderPlaced } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { order } from './order.ts';
import { placeOrder } from './place-order.ts';

const given = scenario(order);

const bought = {
  opportunityId: 'o-1',
  accountId: 'acme',
  value: { amountMinor: 500_000, currency: 'EUR' },
  lines: [{ offeringId: 'portal', quantity: 2 }],
};
const place = { ...bought, at: new Date('2026-03-02T12:00:00.000Z') };
const placed = {
  type: 'OrderPlaced' as const,
  data: { orderId: 'o-1', ...bought, at: '2026-03-02T12:00:00.000Z' },
};

describe('place order', () => {
  it('places what was won under the id of the opportunity', () => {
    given()
      .when((order) => placeOrder(order, place))
      .thenEmits(placed);
  });

  it('refuses a second order for the same opportunity', () => {
    given(placed)
      .when((order) => placeOrder(order, place))
      .thenRefuses('order-already-placed');
  });

  it('emits only events the contract accepts', () => {
    const [event] = placeOrder({ status: 'absent' }, place);
    expect(OrderPlaced.parse(event)).toEqual(event);
  });
});

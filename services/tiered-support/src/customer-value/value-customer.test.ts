import { CustomerValued } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { customerValue } from './customer-value.ts';
import { valueCustomer } from './value-customer.ts';

const given = scenario(customerValue);
const at = '2026-03-02T12:00:00.000Z';
const value = { accountId: 'acme', percentile: 90, source: 'Controlling' };
const valued = { type: 'CustomerValued', data: { ...value, at } } as const;

describe('value a customer', () => {
  it('keeps what it is worth, and who said so', () => {
    given()
      .when((state) => valueCustomer(state, { ...value, at: new Date(at) }))
      .thenEmits(valued);
    expect(CustomerValued.parse(valued)).toEqual(valued);
    expect(customerValue.evolve(customerValue.initial, valued)).toEqual({
      status: 'valued',
      ...value,
      valuedAt: at,
    });
  });

  it('may be done again at any later time', () => {
    given(valued)
      .when((state) => valueCustomer(state, { ...value, percentile: 10, at: new Date(at) }))
      .thenEmits({ type: 'CustomerValued', data: { ...value, percentile: 10, at } });
  });

  it('refuses a value of before the last', () => {
    const before = new Date('2026-03-02T11:59:59.999Z');
    given(valued)
      .when((state) => valueCustomer(state, { ...value, at: before }))
      .thenRefuses('customer-value-out-of-order');
  });
});

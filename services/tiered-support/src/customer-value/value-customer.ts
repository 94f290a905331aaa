import type { CustomerValueEvent } from '@steward/contracts';
import { type CustomerValue, refuse } from './customer-value.ts';

export type ValueCustomer = Omit<CustomerValueEvent['data'], 'at'> & { readonly at: Date };

export const valueCustomer = (
  value: CustomerValue,
  { at, ...valued }: ValueCustomer,
): CustomerValueEvent[] => {
  if (value.status === 'valued' && at.getTime() < Date.parse(value.valuedAt))
    throw refuse(
      'customer-value-out-of-order',
      `${valued.accountId} was last valued at ${value.valuedAt}`,
    );
  return [{ type: 'CustomerValued', data: { ...valued, at: at.toISOString() } }];
};

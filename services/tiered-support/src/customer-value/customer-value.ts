import type { CustomerValueEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

type Valued = Omit<CustomerValueEvent['data'], 'at'>;

/** What a customer is worth to us, among all customers. */
export type CustomerValue =
  | { readonly status: 'absent' }
  | (Valued & { readonly status: 'valued'; readonly valuedAt: string });

export const refuse = refusals({ 'customer-value-out-of-order': 'conflict' });

const evolve = (_: CustomerValue, { data }: CustomerValueEvent): CustomerValue => {
  const { at: valuedAt, ...valued } = data;
  return { status: 'valued', ...valued, valuedAt };
};

export const customerValue: Aggregate<CustomerValue, CustomerValueEvent> = {
  name: 'customer-value',
  initial: { status: 'absent' },
  evolve,
};

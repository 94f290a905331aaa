import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { valueCustomer } from './value-customer.ts';

export const valueCustomerRoute = ({ customerValues }: Dependencies) =>
  answer(tieredSupportRoutes.valueCustomer, ({ params: { accountId }, body, because }) => {
    const command = { ...body, accountId, at: because.at };
    return customerValues.change(accountId, (value) => valueCustomer(value, command), because);
  });

import { tieredSupportRoutes } from '@steward/contracts';
import { type Existing, exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { CustomerValue } from './customer-value.ts';

const valueAnswer = ({ version, state }: Read<Existing<CustomerValue>>) => {
  const { status: _, ...seen } = state;
  return { ...seen, version };
};

export const readCustomerValueRoute = ({ customerValues }: Dependencies) =>
  answer(tieredSupportRoutes.readCustomerValue, async ({ params: { accountId } }) => {
    const read = await customerValues.read(accountId);
    return exists(read) ? valueAnswer(read) : undefined;
  });

export const listCustomerValuesRoute = ({ customerValues }: Dependencies) =>
  answer(tieredSupportRoutes.listCustomerValues, async ({ query }) => {
    const page = await customerValues.list({}, query);
    return { ...page, items: page.items.filter(exists).map(valueAnswer) };
  });

export const readCustomerValueHistoryRoute = ({ customerValues }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readCustomerValueHistory, customerValues);

import {
  type OpportunityEvent,
  type OrderEvent,
  opportunityNoun,
  orderNoun,
  type SolutionEvent,
  solutionNoun,
} from '@steward/contracts';
import type { Store, View } from '@steward/persistence';
import type { Platform } from '@steward/service';
import type { AccountOwners } from './account/account-owners.ts';
import { type Opportunity, opportunity } from './opportunity/opportunity.ts';
import { type Order, order } from './order/order.ts';
import { type Solution, solution } from './solution/solution.ts';

export interface Dependencies {
  readonly opportunities: Store<Opportunity, OpportunityEvent>;
  readonly orders: Store<Order, OrderEvent>;
  readonly solutions: Store<Solution, SolutionEvent>;
  readonly accountOwners: View<AccountOwners>;
  readonly newId: () => string;
}

export const connect = ({ database, newId }: Platform): Dependencies => ({
  opportunities: database.store(opportunityNoun, opportunity, ['accountId', 'ownerId', 'status']),
  orders: database.store(orderNoun, order),
  solutions: database.store(solutionNoun, solution),
  accountOwners: database.view('account-owners'),
  newId,
});

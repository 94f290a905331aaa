import { on } from '@steward/bus';
import { OpportunityWon } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { placeOrder } from './place-order.ts';

export const placeOrderOnOpportunityWon = ({ orders }: Dependencies) =>
  on('placeOrderOnOpportunityWon', OpportunityWon, ({ data, because }) => {
    const { opportunityId, accountId, value, lines } = data;
    const { at } = because;
    return orders.change(
      opportunityId,
      (order) => placeOrder(order, { opportunityId, accountId, value, lines, at }),
      because,
    );
  });

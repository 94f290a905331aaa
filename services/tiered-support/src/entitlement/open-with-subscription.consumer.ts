import { on } from '@steward/bus';
import { SubscriptionStarted } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { openIncluded } from './open-included.ts';

/** What is sold with support gives its customer a right to it; the subscription is the contract of their tickets. */
export const openEntitlementOnSubscriptionStarted = ({ entitlements }: Dependencies) =>
  on('openEntitlementOnSubscriptionStarted', SubscriptionStarted, async ({ data, because }) => {
    const { subscriptionId, accountId, quantity, support } = data;
    if (!support) return undefined;
    const contract = { kind: 'contract', id: subscriptionId } as const;
    const command = { on: contract, accountId, support, quantity, at: because.at };
    return entitlements.change(
      subscriptionId,
      (entitlement) => openIncluded(entitlement, command),
      because,
    );
  });

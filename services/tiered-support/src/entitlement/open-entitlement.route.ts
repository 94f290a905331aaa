import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { openEntitlement, reviseEntitlement } from './open-entitlement.ts';

export const openEntitlementRoute = ({ entitlements, newId }: Dependencies) =>
  answer(tieredSupportRoutes.openEntitlement, ({ body, because }) => {
    const { entitlementId = newId(), ...content } = body;
    const command = { entitlementId, content, at: because.at };
    return entitlements.create(
      entitlementId,
      (entitlement) => openEntitlement(entitlement, command),
      because,
    );
  });

export const reviseEntitlementRoute = ({ entitlements }: Dependencies) =>
  answer(
    tieredSupportRoutes.reviseEntitlement,
    ({ params: { entitlementId }, body: terms, because }) => {
      const command = { entitlementId, terms, at: because.at };
      return entitlements.change(
        entitlementId,
        (entitlement) => reviseEntitlement(entitlement, command),
        because,
      );
    },
  );

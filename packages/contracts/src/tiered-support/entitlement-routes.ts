import { z } from 'zod';
import { Id } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { EntitlementContent, EntitlementTerms } from './entitlement.ts';

export const Entitlement = z.object({
  entitlementId: Id,
  ...EntitlementContent.shape,
  /** How it stands: of `total`, so much was charged and so much remains. */
  balance: z.object({
    countedIn: z.enum(['cases', 'seconds']),
    total: z.int(),
    charged: z.int(),
    remaining: z.int(),
    /** What was done beyond it. */
    billable: z.int(),
  }),
  version: z.int(),
});

export const entitlementRoutes = {
  openEntitlement: command('/v1/entitlements', {
    summary: 'Say how much support a customer has a right to, and by what',
    scope: 'support:write',
    creates: true,
    body: { entitlementId: Id.optional(), ...EntitlementContent.shape },
  }),
  reviseEntitlement: command('/v1/entitlements/:entitlementId/revisions', {
    summary: 'Give more or less of it, for longer or shorter; what was charged stays charged',
    scope: 'support:write',
    body: EntitlementTerms.shape,
  }),
  readEntitlement: query('/v1/entitlements/:entitlementId', {
    summary: 'One right to support, and what is left of it',
    scope: 'tickets:read',
    answer: Entitlement,
  }),
  listEntitlements: query('/v1/entitlements', {
    summary: 'Rights to support by id, filtered',
    scope: 'tickets:read',
    filters: { ...paging, accountId: Id.optional() },
    answer: page(Entitlement),
  }),
  readEntitlementHistory: query('/v1/entitlements/:entitlementId/history', {
    summary: 'Every charge and return of a right to support, and every revision',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};

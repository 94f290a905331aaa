import type { Entitled, EntitlementEvent, IncludedSupport } from '@steward/contracts';
import type { Entitlement } from './entitlement.ts';
import { openEntitlement } from './open-entitlement.ts';

const dayMs = 86_400_000;
const totalMax = 10_000;

export interface OpenIncluded {
  /** What the support comes with. */
  readonly on: Entitled;
  readonly accountId: string;
  readonly support: IncludedSupport;
  /** How often it comes. */
  readonly quantity?: number;
  readonly at: Date;
}

/**
 * Opens the right to support that comes with something, under the id of that. Whoever has given one under that
 * id before has said it better.
 */
export const openIncluded = (
  entitlement: Entitlement,
  { on, accountId, support, quantity = 1, at }: OpenIncluded,
): EntitlementEvent[] => {
  if (entitlement.status !== 'absent') return [];
  const { days, ...terms } = support;
  const total = Math.min(terms.total * quantity, totalMax);
  const validFrom = at.toISOString();
  const validUntil = new Date(at.getTime() + days * dayMs).toISOString();
  const content = { ...terms, total, accountId, on, validFrom, validUntil };
  return openEntitlement(entitlement, { entitlementId: on.id, content, at });
};

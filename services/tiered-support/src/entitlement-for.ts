import { exists } from '@steward/domain';
import type { Dependencies } from './dependencies.ts';
import { standingOf } from './entitlement/balance.ts';
import { type About, chooseEntitlement, placesOf } from './entitlement/choose-entitlement.ts';

/** Far more rights than anybody gives to one thing. */
const rightsMax = 200;

/** The right to support that a ticket is charged to, and whether something is left of it. */
export interface Right {
  /** None where the account has rights, but none for this. */
  readonly entitlementId?: string;
  readonly isUsable: boolean;
}

/**
 * Which right to support a new ticket is charged to. An account that has rights pays for what none of them is
 * for; to an account that was never given any, nothing of all this applies.
 */
export const entitlementFor = async (
  { entitlements }: Pick<Dependencies, 'entitlements'>,
  about: About & { readonly at: Date },
): Promise<Right | undefined> => {
  const { accountId, at } = about;
  const { items: some } = await entitlements.list({ accountId }, { limit: 1 });
  if (some.length === 0) return undefined;
  const pages = await Promise.all(
    placesOf(about).map(({ kind, id }) => {
      const filter = { accountId, 'on.kind': kind, 'on.id': id };
      return entitlements.list(filter, { limit: rightsMax });
    }),
  );
  const found = pages.flatMap(({ items }) => items.filter(exists).map(({ state }) => state));
  const chosen = chooseEntitlement(found, at);
  if (!chosen) return { isUsable: false };
  const { entitlementId } = chosen;
  return { entitlementId, isUsable: standingOf(chosen, at) === 'usable' };
};

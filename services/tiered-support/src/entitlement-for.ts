import { exists } from '@steward/domain';
import type { StateFilter } from '@steward/persistence';
import type { Dependencies } from './dependencies.ts';
import { standingOf } from './entitlement/balance.ts';
import { type About, chooseEntitlement, placesOf } from './entitlement/choose-entitlement.ts';
import type { Entitlement, OpenedEntitlement } from './entitlement/entitlement.ts';
import { everyItem } from './every-item.ts';

/** The right to support that a ticket is charged to, and whether something is left of it. */
export interface Right {
  /** None where the account has rights, but none for this. */
  readonly entitlementId?: string;
  readonly isUsable: boolean;
}

/**
 * Which right to support a new ticket is charged to. An account that has rights pays for what none of them is
 * for; to an account whose first has yet to begin, nothing of all this applies.
 */
export const entitlementFor = async (
  { entitlements }: Pick<Dependencies, 'entitlements'>,
  about: About & { readonly at: Date },
): Promise<Right | undefined> => {
  const { accountId, at } = about;
  const rightsOf = async (filter: StateFilter<Entitlement>) => {
    const rights = await everyItem((request) => entitlements.list(filter, request));
    return rights.filter(exists).map(({ state }) => state);
  };
  // Most accounts have none, and one question tells that.
  const { items: one } = await entitlements.list({ accountId }, { limit: 1 });
  if (one.length === 0) return undefined;
  const places = placesOf(about).map(({ kind, id }) => {
    const filter = { accountId, 'on.kind': kind, 'on.id': id };
    return rightsOf(filter);
  });
  const chosen = chooseEntitlement((await Promise.all(places)).flat(), at);
  if (chosen) {
    const { entitlementId } = chosen;
    return { entitlementId, isUsable: standingOf(chosen, at) === 'usable' };
  }
  const hasBegun = (right: OpenedEntitlement) => standingOf(right, at) !== 'to-come';
  return (await rightsOf({ accountId })).some(hasBegun) ? { isUsable: false } : undefined;
};

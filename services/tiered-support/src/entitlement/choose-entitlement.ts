import { type Entitled, EntitledKind } from '@steward/contracts';
import { standingOf } from './balance.ts';
import type { OpenedEntitlement } from './entitlement.ts';

/** What a ticket is about, as far as it says so. */
export interface About {
  readonly accountId: string;
  readonly assetId?: string | undefined;
  readonly contractLineId?: string | undefined;
  readonly contractId?: string | undefined;
  readonly projectId?: string | undefined;
}

const idOn = (about: About): Record<EntitledKind, string | undefined> => ({
  asset: about.assetId,
  'contract-line': about.contractLineId,
  contract: about.contractId,
  project: about.projectId,
  account: about.accountId,
});

/** Where a right to support for a ticket may hang, the narrowest first. */
export const placesOf = (about: About): Entitled[] =>
  EntitledKind.options.flatMap((kind) => {
    const id = idOn(about)[kind];
    return id === undefined ? [] : [{ kind, id }];
  });

/**
 * The right that a ticket is charged to: the narrowest that something is left of. Where nothing is left of
 * any, the narrowest says what becomes of the ticket. Of several in one place the one that ends first goes
 * first, for the others can wait.
 */
export const chooseEntitlement = (
  found: readonly OpenedEntitlement[],
  at: Date,
): OpenedEntitlement | undefined => {
  const byPlace = (one: OpenedEntitlement, other: OpenedEntitlement) =>
    EntitledKind.options.indexOf(one.on.kind) - EntitledKind.options.indexOf(other.on.kind);
  const byEnd = (one: OpenedEntitlement, other: OpenedEntitlement) =>
    Date.parse(one.validUntil) - Date.parse(other.validUntil) ||
    (one.entitlementId < other.entitlementId ? -1 : 1);
  const standing = (...wanted: ReturnType<typeof standingOf>[]) =>
    found.filter((entitlement) => wanted.includes(standingOf(entitlement, at)));
  const [usable] = standing('usable').sort(
    (one, other) => byPlace(one, other) || byEnd(one, other),
  );
  const gone = standing('used-up', 'expired');
  // Of those that are gone, the latest is the one that the customer has in mind.
  return usable ?? gone.sort((one, other) => byPlace(one, other) || byEnd(other, one))[0];
};

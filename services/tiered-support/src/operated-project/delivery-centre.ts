import type { DeliveryCentre, Industry, Tier } from '@steward/contracts';

interface Served {
  readonly arrangement: { readonly tier: Tier };
  /** The industries that the solution itself serves, where it says so. */
  readonly industries?: readonly Industry[] | undefined;
}

/**
 * The form of the delivery centre that runs a project of the first tier. One that serves several industries
 * belongs to none of them; otherwise it is a part of the industry's own division.
 */
export const deliveryCentreOf = (
  { arrangement, industries }: Served,
  industryOfAccount: Industry | undefined,
): DeliveryCentre | undefined => {
  if (arrangement.tier !== 1) return undefined;
  const served = [...new Set(industries ?? [industryOfAccount])].filter(
    (industry) => industry !== undefined,
  );
  if (served.length > 1)
    return { form: 'independent', industries: served, rule: 'several-industries' };
  if (served.length === 1)
    return { form: 'industry-division', industries: served, rule: 'one-industry' };
  // There is no division that it could be a part of.
  return { form: 'independent', industries: [], rule: 'no-industry-known' };
};

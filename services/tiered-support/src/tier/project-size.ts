import type { Money, TierThresholds } from '@steward/contracts';

export interface Delivered {
  /** Contracts are booked in the ledger currency, so amounts compare without conversion. */
  readonly value: Pick<Money, 'amountMinor'>;
  readonly units: number;
  readonly interfaces: number;
}

export const projectSize = (
  { largeFromMinor, complexFromUnits, complexFromInterfaces }: TierThresholds,
  { value, units, interfaces }: Delivered,
) => ({
  isLarge: value.amountMinor >= largeFromMinor,
  isComplex: units >= complexFromUnits || interfaces >= complexFromInterfaces,
});

import type { Money } from '@steward/contracts';

/** From where on a project counts as large or complex. A company sets its own here, and nowhere else. */
export const thresholds = {
  /** 1,000,000.00 in the ledger currency: a contract that the whole company notices when it goes wrong. */
  largeFromMinor: 100_000_000,
  /** Two units can settle things between themselves; from the third on, somebody has to coordinate. */
  complexFromUnits: 3,
  /** Each interface adds another system's owner to every question; three of them are a team's work. */
  complexFromInterfaces: 3,
};

export interface Delivered {
  /** Contracts are booked in the ledger currency, so amounts compare without conversion. */
  readonly value: Money;
  readonly units: number;
  readonly interfaces: number;
}

export const projectSize = ({ value, units, interfaces }: Delivered) => ({
  isLarge: value.amountMinor >= thresholds.largeFromMinor,
  isComplex: units >= thresholds.complexFromUnits || interfaces >= thresholds.complexFromInterfaces,
});

import { BadRow } from './bad-row.ts';

const decimal = /^(-?\d{1,12})(?:\.(\d+))?$/;

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

/** Reads amounts of a currency without passing through a float: `1054.5` in USD is 105450 cents. */
export const minorUnits = (currency: string) => {
  const digits = digitsOf(currency);
  return (text: string): number => {
    const [, whole, fraction = ''] = decimal.exec(text) ?? [];
    if (whole === undefined || fraction.length > digits)
      throw new BadRow(`"${text}" is not an amount in ${currency}`);
    return Number(`${whole}${fraction.padEnd(digits, '0')}`);
  };
};

import { minorUnits } from './minor-units.ts';

describe('an amount', () => {
  it.each([
    { text: '1054', currency: 'USD', amountMinor: 105_400 },
    { text: '1054.5', currency: 'USD', amountMinor: 105_450 },
    { text: '0.29', currency: 'EUR', amountMinor: 29 },
    { text: '-3.10', currency: 'EUR', amountMinor: -310 },
    { text: '500', currency: 'JPY', amountMinor: 500 },
  ])('of $text $currency is $amountMinor of the smallest unit', (given) => {
    expect(minorUnits(given.currency)(given.text)).toBe(given.amountMinor);
  });

  it.each([
    { text: '12,5', currency: 'EUR' },
    { text: '1.005', currency: 'USD' },
    { text: '5.5', currency: 'JPY' },
    { text: '', currency: 'USD' },
    { text: '1e3', currency: 'USD' },
  ])('is not "$text" in $currency', ({ text, currency }) => {
    expect(() => minorUnits(currency)(text)).toThrow(`"${text}" is not an amount in ${currency}`);
  });
});

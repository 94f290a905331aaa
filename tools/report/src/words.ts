// Every reader gets the same words: the locale of the machine must not change what a report says.
const locale = 'en-US';

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const share = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1 });
const decimal = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** What stands where there is nothing to say. */
export const nothing = '–';

export const countWords = (count: number): string => whole.format(count);

export const decimalWords = (value: number | undefined): string =>
  value === undefined ? nothing : decimal.format(value);

/** Little is not nothing: what would be rounded away is said to be there. */
export const shareWords = (part: number | undefined): string => {
  if (part === undefined) return nothing;
  return part > 0 && part < 0.000_5 ? '< 0.1%' : share.format(part);
};

export const shareOf = (part: number, all: number): string =>
  shareWords(all === 0 ? undefined : part / all);

/** An amount with as many decimals as its currency has: `USD 10,005,534.00`, `JPY 1,200`. */
export const moneyWords = (amountMinor: number, currency: string | undefined): string => {
  if (currency === undefined) return nothing;
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const exact = new Intl.NumberFormat(locale, { minimumFractionDigits: digits });
  // As text it is moved by decimal places without ever becoming a float.
  return `${currency} ${exact.format(`${amountMinor}E-${digits}` as Intl.StringNumericLiteral)}`;
};

const units = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/** What is worth saying beside so long a time: hours beside days, minutes beside hours. */
const precisionOf = (seconds: number): number => {
  const largest = units.findIndex((unit) => seconds >= unit.seconds);
  return largest < 0 ? 1 : (units[largest + 1]?.seconds ?? 1);
};

/** A time as people say it, by its two largest units: `3 d 4 h`, `12 min 5 s`. */
export const durationWords = (seconds: number | undefined): string => {
  if (seconds === undefined) return nothing;
  if (seconds > 0 && seconds < 1) return '< 1 s';
  const precision = precisionOf(seconds);
  let rest = Math.round(seconds / precision) * precision;
  const words = units.flatMap((unit) => {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    return count > 0 ? [`${countWords(count)} ${unit.name}`] : [];
  });
  return words.join(' ') || '0 s';
};

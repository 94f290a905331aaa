/** How much one consumer may ask for. A limit that is left out does not apply. */
export interface Plan {
  /** So many at once, and as many more in every second. */
  readonly burstPerSecond: number;
  readonly perMinute?: number;
  readonly perDay?: number;
}

export const windows = ['burst', 'minute', 'day'] as const;
export type Window = (typeof windows)[number];

export const limitsOf = ({ burstPerSecond, perMinute, perDay }: Plan): number[] =>
  [burstPerSecond, perMinute, perDay].filter((limit) => limit !== undefined);

/** What a plan promises, as the header `RateLimit-Policy` says it. */
export const policyOf = ({ burstPerSecond, perMinute, perDay }: Plan): string =>
  [
    `"burst";q=${burstPerSecond};w=1`,
    ...(perMinute === undefined ? [] : [`"minute";q=${perMinute};w=60`]),
    ...(perDay === undefined ? [] : [`"day";q=${perDay};w=86400`]),
  ].join(', ');

interface Meaning {
  readonly status: number;
  readonly says: string;
}

/** Every code that the gateway adds to those of the HTTP door and of the services. */
export const gatewayCodes = {
  'token-revoked': { status: 401, says: 'The token was taken back; get a new one.' },
  'quota-exceeded': {
    status: 429,
    says: 'The plan of the caller allows no more for now; try again after `Retry-After` seconds.',
  },
  'upstream-failed': {
    status: 502,
    says: 'The service broke off before it answered. Whether it did its work is not known; a request with an `Idempotency-Key` can be sent again safely.',
  },
  'upstream-unavailable': {
    status: 503,
    says: 'The service cannot be reached; try again after `Retry-After` seconds.',
  },
  'upstream-timeout': {
    status: 504,
    says: 'The service did not answer in time. Whether it did its work is not known; a request with an `Idempotency-Key` can be sent again safely.',
  },
} as const satisfies Record<string, Meaning>;
export type GatewayCode = keyof typeof gatewayCodes;

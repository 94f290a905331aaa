interface Meaning {
  readonly status: number;
  readonly says: string;
}

/** Every code that a door answers of its own accord; the nouns declare theirs as refusals. */
export const protocolCodes = {
  'malformed-json': { status: 400, says: 'The body is not JSON in UTF-8.' },
  'malformed-request': {
    status: 400,
    says: 'The path, a header, the query or the body does not fit the route; `errors` says where.',
  },
  'occurred-in-the-future': {
    status: 400,
    says: '`occurredAt` lies further ahead than clocks may differ.',
  },
  'token-missing': { status: 401, says: 'The route needs a bearer token.' },
  'token-invalid': { status: 401, says: 'The token is not one that we can trust.' },
  'token-expired': { status: 401, says: 'The token was valid once; get a new one.' },
  'scope-missing': { status: 403, says: 'The token does not carry the scope of the route.' },
  'backdating-forbidden': {
    status: 403,
    says: '`occurredAt` may be given only with the scope `history:backdate`.',
  },
  'customer-without-account': {
    status: 403,
    says: 'A token with the role `customer` must name its account in the claim `account`.',
  },
  'partner-not-named': {
    status: 403,
    says: 'A token with the role `partner` must name the partner in the claim `partner`.',
  },
  'no-such-route': { status: 404, says: 'No route has this path.' },
  'not-found': { status: 404, says: 'Nothing of that id exists, or none that the caller may see.' },
  'method-not-allowed': {
    status: 405,
    says: 'The path answers other methods; `Allow` names them.',
  },
  'idempotency-key-in-use': {
    status: 409,
    says: 'The first request with this `Idempotency-Key` is still being worked on.',
  },
  'stale-version': {
    status: 412,
    says: '`If-Match` names a version that is no longer the current one.',
  },
  'body-too-large': { status: 413, says: 'The body is larger than the door takes.' },
  'unsupported-media-type': {
    status: 415,
    says: 'The body must be `application/json` in UTF-8, not compressed.',
  },
  'idempotency-key-reused': {
    status: 422,
    says: 'The `Idempotency-Key` was used before, for a request that said something else.',
  },
  unexpected: { status: 500, says: 'Something broke on our side; trying again may help.' },
  'database-away': {
    status: 503,
    says: 'The database does not answer; try again after `Retry-After` seconds.',
  },
  overloaded: { status: 503, says: 'Too much is waiting; try again after `Retry-After` seconds.' },
  'identity-unavailable': {
    status: 503,
    says: 'The keys that tokens are checked with cannot be had right now.',
  },
} as const satisfies Record<string, Meaning>;
export type ProtocolCode = keyof typeof protocolCodes;

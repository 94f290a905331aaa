import type { Principal } from '@steward/http';
import { decodeJwt } from 'jose';

const known = new WeakMap<Principal, { readonly tokenId: string | undefined }>();

const tokenIdIn = (authorization: string): string | undefined => {
  const { jti } = decodeJwt(authorization.slice(authorization.lastIndexOf(' ') + 1));
  return typeof jti === 'string' ? jti : undefined;
};

/**
 * The `jti` of a token that was verified already. A verified token keeps its principal for as long as it is
 * remembered, so the token is decoded once and not at every request.
 */
export const tokenIdOf = (
  principal: Principal,
  authorization: string | undefined,
): string | undefined => {
  const found = known.get(principal);
  if (found) return found.tokenId;
  const tokenId = authorization === undefined ? undefined : tokenIdIn(authorization);
  known.set(principal, { tokenId });
  return tokenId;
};

import { type Role, roles, type Scope, scopes } from '@steward/contracts';
import type { JWTPayload } from 'jose';
import { ProtocolProblem } from './protocol-problem.ts';

/** Who asks, as the token says. */
export interface Principal {
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly scopes: ReadonlySet<Scope>;
  /** The one account that a customer sees. */
  readonly accountId?: string;
  /** The partner of ours whose projects a partner's user sees. */
  readonly partnerId?: string;
  /** The part of the company that the user belongs to. */
  readonly unit?: string;
}

const knownScopes: ReadonlySet<string> = new Set(scopes);
const isScope = (word: string): word is Scope => knownScopes.has(word);
const isRole = (word: unknown): word is Role =>
  typeof word === 'string' && Object.hasOwn(roles, word);

const textIn = (claim: unknown): string | undefined =>
  typeof claim === 'string' && claim !== '' ? claim : undefined;

const partnerScopes: ReadonlySet<Scope> = new Set(roles.partner);

/** Most routes know nothing of partners, so what else a token grants is not for one. */
const scopesOf = (held: readonly Role[], granted: readonly Scope[]): ReadonlySet<Scope> => {
  const all = [...held.flatMap((role) => roles[role]), ...granted];
  return new Set(held.includes('partner') ? all.filter((scope) => partnerScopes.has(scope)) : all);
};

/** Reads verified claims. Roles and scopes that we do not know grant nothing. */
export const principalOf = (claims: JWTPayload): Principal => {
  const subject = textIn(claims.sub);
  if (subject === undefined)
    throw new ProtocolProblem('token-invalid', { detail: 'The token names no subject' });

  const held = Array.isArray(claims.roles) ? claims.roles.filter(isRole) : [];
  const accountId = textIn(claims.account);
  if (held.includes('customer') && accountId === undefined)
    throw new ProtocolProblem('customer-without-account');
  const partnerId = textIn(claims.partner);
  if (held.includes('partner') && partnerId === undefined)
    throw new ProtocolProblem('partner-not-named');

  const granted = (textIn(claims.scope) ?? '').split(' ').filter(isScope);
  const unit = textIn(claims.unit);
  return {
    subject,
    roles: held,
    scopes: scopesOf(held, granted),
    ...(accountId !== undefined && { accountId }),
    ...(partnerId !== undefined && { partnerId }),
    ...(unit !== undefined && { unit }),
  };
};

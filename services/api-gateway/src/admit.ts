import { type Limiter, type Revocations, rateLimitHeaders } from '@steward/cache';
import type { Scope } from '@steward/contracts';
import { type Principal, ProtocolProblem, type VerifyToken } from '@steward/http';
import { GatewayProblem } from './gateway-problem.ts';
import { type PlanName, planOf } from './plans.ts';
import { tokenIdOf } from './token-id.ts';

export interface Gatekeepers {
  readonly verifyToken: VerifyToken;
  readonly revocations: Pick<Revocations, 'isRevoked'>;
  readonly limiter: Pick<Limiter<PlanName>, 'take'>;
}

export interface Admission {
  readonly subject: string;
  /** What the answer says of the caller's quota. */
  readonly quotaHeaders: Readonly<Record<string, string>>;
}

const requireValid = (
  { subject }: Principal,
  tokenId: string | undefined,
  revocations: Gatekeepers['revocations'],
): void => {
  if (!revocations.isRevoked({ tokenId, subject })) return;
  throw new GatewayProblem('token-revoked', {
    headers: { 'WWW-Authenticate': 'Bearer realm="steward", error="invalid_token"' },
  });
};

const requireScope = ({ scopes }: Principal, scope: Scope): void => {
  if (scopes.has(scope)) return;
  throw new ProtocolProblem('scope-missing', {
    detail: `The route needs the scope ${scope}`,
    headers: {
      'WWW-Authenticate': `Bearer realm="steward", error="insufficient_scope", scope="${scope}"`,
    },
  });
};

/**
 * Lets in who brings a good token with the route's scope and has quota left. Nothing is awaited that is
 * already known: for most requests all of it is, and a promise would cost more than the checks.
 */
export const admit = async (
  authorization: string | undefined,
  scope: Scope,
  { verifyToken, revocations, limiter }: Gatekeepers,
): Promise<Admission> => {
  const verified = verifyToken(authorization);
  const principal = verified instanceof Promise ? await verified : verified;
  requireValid(principal, tokenIdOf(principal, authorization), revocations);
  requireScope(principal, scope);

  const taken = limiter.take(principal.subject, planOf(principal));
  const decision = taken instanceof Promise ? await taken : taken;
  const quotaHeaders = rateLimitHeaders(decision);
  if (decision.isAllowed) return { subject: principal.subject, quotaHeaders };
  const headers = { ...quotaHeaders, 'Retry-After': String(decision.resetSeconds) };
  throw new GatewayProblem('quota-exceeded', { headers });
};

import { errors, jwtVerify } from 'jose';
import { type Principal, principalOf } from './principal.ts';
import type { ProtocolCode } from './protocol-codes.ts';
import { ProtocolProblem } from './protocol-problem.ts';
import { signingKeys } from './signing-keys.ts';
import { rememberTokens, type Verified } from './token-cache.ts';

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** `https:`, `http:` or `file:`. */
  readonly jwksUrl: string;
  readonly now: () => Date;
}

/** Reads an `Authorization` header. What was verified before is answered without waiting. */
export type VerifyToken = (header: string | undefined) => Principal | Promise<Principal>;

/** Signatures by private key only: a shared secret would let every service make tokens. */
const algorithms = ['RS256', 'ES256', 'EdDSA'];
const clockSkewSeconds = 5;
const headerLengthMax = 8_192;

const challenge = (parameters = ''): Record<string, string> => ({
  'WWW-Authenticate': `Bearer realm="steward"${parameters}`,
});

const untrusted = (code: ProtocolCode, cause?: unknown): ProtocolProblem =>
  new ProtocolProblem(code, { headers: challenge(', error="invalid_token"'), cause });

const tokenIn = (header: string): string => {
  const token = /^bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined) throw untrusted('token-invalid');
  return token;
};

const translated = (error: unknown): unknown => {
  if (error instanceof errors.JWTExpired) return untrusted('token-expired', error);
  return error instanceof errors.JOSEError ? untrusted('token-invalid', error) : error;
};

/** Checks tokens as the issuer's own (OIDC): signature, issuer, audience, times, and what they may do. */
export const tokenVerifier = ({ issuer, audience, jwksUrl, now }: TokenRules): VerifyToken => {
  const keys = signingKeys(jwksUrl, now);

  const verify = async (header: string): Promise<Verified> => {
    try {
      const { payload } = await jwtVerify(tokenIn(header), keys, {
        issuer,
        audience,
        algorithms,
        currentDate: now(),
        clockTolerance: clockSkewSeconds,
        requiredClaims: ['sub', 'exp'],
      });
      return { principal: principalOf(payload), expiresAtMs: (payload.exp ?? 0) * 1_000 };
    } catch (error) {
      throw translated(error);
    }
  };

  // By the whole header: to find the token in it costs more than to find the header again.
  const remembered = rememberTokens(verify, now);
  return (header) => {
    if (header === undefined) throw new ProtocolProblem('token-missing', { headers: challenge() });
    if (header.length > headerLengthMax) throw untrusted('token-invalid');
    return remembered(header);
  };
};

import { LRUCache } from 'lru-cache';
import type { Principal } from './principal.ts';
import { ProtocolProblem } from './protocol-problem.ts';

const acceptedMax = 20_000;
const refusedMax = 5_000;
const acceptedMs = 60_000;
const refusedMs = 2_000;

export interface Verified {
  readonly principal: Principal;
  readonly expiresAtMs: number;
}

interface Remembered<Outcome> {
  readonly outcome: Outcome;
  readonly untilMs: number;
}

const isFinal = (error: unknown): error is ProtocolProblem =>
  error instanceof ProtocolProblem && error.code !== 'identity-unavailable';

/**
 * Remembers what was found out about a token: a signature costs fifty times what a look-up does.
 * The whole token is the key, so nothing that differs in one character is ever taken for it.
 */
export const rememberTokens = (verify: (token: string) => Promise<Verified>, now: () => Date) => {
  const accepted = new LRUCache<string, Remembered<Principal>>({ max: acceptedMax });
  // A list of its own: a flood of bad tokens must not push the good ones out.
  const refused = new LRUCache<string, Remembered<ProtocolProblem>>({ max: refusedMax });
  const underway = new Map<string, Promise<Principal>>();

  const findOut = async (token: string): Promise<Principal> => {
    try {
      const { principal, expiresAtMs } = await verify(token);
      const untilMs = Math.min(expiresAtMs, now().getTime() + acceptedMs);
      accepted.set(token, { outcome: principal, untilMs });
      return principal;
    } catch (error) {
      if (isFinal(error))
        refused.set(token, { outcome: error, untilMs: now().getTime() + refusedMs });
      throw error;
    } finally {
      underway.delete(token);
    }
  };

  return (token: string): Principal | Promise<Principal> => {
    const nowMs = now().getTime();
    const known = accepted.get(token);
    if (known && nowMs < known.untilMs) return known.outcome;
    const failed = refused.get(token);
    if (failed && nowMs < failed.untilMs) throw failed.outcome;

    const running = underway.get(token) ?? findOut(token);
    underway.set(token, running);
    return running;
  };
};

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
 * The whole header is the key, so nothing that differs in one character is ever taken for it.
 */
export const rememberTokens = (verify: (header: string) => Promise<Verified>, now: () => Date) => {
  const accepted = new LRUCache<string, Remembered<Principal>>({ max: acceptedMax });
  // A list of its own: a flood of bad tokens must not push the good ones out.
  const refused = new LRUCache<string, Remembered<ProtocolProblem>>({ max: refusedMax });
  const underway = new Map<string, Promise<Principal>>();

  const findOut = async (header: string): Promise<Principal> => {
    try {
      const { principal, expiresAtMs } = await verify(header);
      const untilMs = Math.min(expiresAtMs, now().getTime() + acceptedMs);
      accepted.set(header, { outcome: principal, untilMs });
      return principal;
    } catch (error) {
      if (isFinal(error))
        refused.set(header, { outcome: error, untilMs: now().getTime() + refusedMs });
      throw error;
    } finally {
      underway.delete(header);
    }
  };

  return (header: string): Principal | Promise<Principal> => {
    const nowMs = now().getTime();
    const known = accepted.get(header);
    if (known && nowMs < known.untilMs) return known.outcome;
    const failed = refused.get(header);
    if (failed && nowMs < failed.untilMs) throw failed.outcome;

    const running = underway.get(header) ?? findOut(header);
    underway.set(header, running);
    return running;
  };
};

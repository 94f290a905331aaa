import { LRUCache } from 'lru-cache';
import type { Principal } from './principal.ts';
import { ProtocolProblem } from './protocol-problem.ts';

const acceptedMax = 20_000;
const refusedMax = 5_000;
const acceptedMs = 60_000;
const refusedMs = 2_000;
const keyLength = 43;

export interface Verified {
  readonly principal: Principal;
  readonly expiresAtMs: number;
}

interface Remembered<Outcome> {
  readonly header: string;
  readonly outcome: Outcome;
  readonly untilMs: number;
}

const isFinal = (error: unknown): error is ProtocolProblem =>
  error instanceof ProtocolProblem && error.code !== 'identity-unavailable';

/** The end of a header, a part of the signature: hashing all of it would cost most of a look-up. */
const keyOf = (header: string): string => header.slice(-keyLength);

const find = <Outcome>(
  among: LRUCache<string, Remembered<Outcome>>,
  header: string,
  nowMs: number,
): Outcome | undefined => {
  const known = among.get(keyOf(header));
  return known?.header === header && nowMs < known.untilMs ? known.outcome : undefined;
};

/**
 * Remembers what was found out about a token: a signature costs fifty times what a look-up does.
 * The whole header is compared, so nothing that differs in one character is ever taken for it.
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
      accepted.set(keyOf(header), { header, outcome: principal, untilMs });
      return principal;
    } catch (error) {
      const untilMs = now().getTime() + refusedMs;
      if (isFinal(error)) refused.set(keyOf(header), { header, outcome: error, untilMs });
      throw error;
    } finally {
      underway.delete(header);
    }
  };

  return (header: string): Principal | Promise<Principal> => {
    const nowMs = now().getTime();
    const known = find(accepted, header, nowMs);
    if (known) return known;
    const failed = find(refused, header, nowMs);
    if (failed) throw failed;

    const running = underway.get(header) ?? findOut(header);
    underway.set(header, running);
    return running;
  };
};

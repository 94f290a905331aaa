import type { Answer } from './exchange.ts';

/** What became of one try. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'put-off'; readonly afterMs: number | undefined; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

const failuresMax = 10;
const backOffMsMin = 100;
const backOffMsMax = 10_000;
const putOffMsMax = 30_000;
/** How long a platform that answers "later" is waited for without a single other answer. */
const putOffMsTotalMax = 10 * 60_000;

const afterMsOf = (retryAfter: string | undefined, now: number): number | undefined => {
  if (retryAfter === undefined) return undefined;
  const seconds = Number(retryAfter);
  const ms = Number.isNaN(seconds) ? Date.parse(retryAfter) - now : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
};

const putOff = new Set([429, 503]);

export const outcomeOf = (answer: Answer, now: number): Outcome => {
  const { status, retryAfter } = answer;
  const why = `It answered ${status}`;
  if (putOff.has(status)) return { kind: 'put-off', afterMs: afterMsOf(retryAfter, now), why };
  if (status >= 500 || status === 408) return { kind: 'failed', why };
  return { kind: 'answered', answer };
};

const backOffMs = (attempt: number, random: number): number =>
  Math.min(backOffMsMax, backOffMsMin * 2 ** attempt) * (0.5 + random / 2);

/** How long to wait before one call is tried again; nothing once it was tried often enough. */
export class Patience {
  #failures = 0;
  #putOffs = 0;
  #putOffMs = 0;

  waitMs(outcome: Exclude<Outcome, { kind: 'answered' }>, random: number): number | undefined {
    if (outcome.kind === 'failed') {
      this.#failures += 1;
      return this.#failures >= failuresMax ? undefined : backOffMs(this.#failures - 1, random);
    }
    if (this.#putOffMs >= putOffMsTotalMax) return undefined;
    const ms = outcome.afterMs ?? backOffMs(this.#putOffs, random);
    this.#putOffs += 1;
    this.#putOffMs += Math.min(putOffMsMax, ms);
    return Math.min(putOffMsMax, ms);
  }
}

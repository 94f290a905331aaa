import type { Lease } from './lease.ts';
import type { Window } from './plan.ts';

/** Whether a request may pass, and what its caller should know of the quota. */
export interface Decision {
  readonly isAllowed: boolean;
  /** The window that will run out first, or has. */
  readonly window: Window;
  readonly remaining: number;
  /** After so many seconds that window is full again; of a refused request, when to try again. */
  readonly resetSeconds: number;
  /** Everything that the plan promises, as `RateLimit-Policy` says it. */
  readonly policy: string;
}

export const decisionOf = (
  { grant, grantedAtMs, left, policy }: Lease,
  isAllowed: boolean,
  nowMs: number,
): Decision => ({
  isAllowed,
  window: grant?.window ?? 'burst',
  remaining: (grant?.remaining ?? 0) + left,
  resetSeconds: Math.max(1, Math.ceil((grantedAtMs + (grant?.resetMs ?? 0) - nowMs) / 1_000)),
  policy,
});

/** Both headers of draft-ietf-httpapi-ratelimit-headers, named in lower case. */
export const rateLimitHeaders = ({ window, remaining, resetSeconds, policy }: Decision) => ({
  ratelimit: `"${window}";r=${remaining};t=${resetSeconds}`,
  'ratelimit-policy': policy,
});

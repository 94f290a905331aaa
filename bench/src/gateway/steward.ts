import { scopes } from '@steward/contracts';
import { serve } from '../harness/contender.ts';
import { proxyWith } from './proxy.ts';

/** The gateway as it is, but that everybody is let in: no token is read and nothing is counted. */
const principal = { subject: 'ada', roles: [], scopes: new Set(scopes) };
const decision = {
  isAllowed: true,
  window: 'burst',
  remaining: 1,
  resetSeconds: 1,
  policy: '"burst";q=1;w=1',
} as const;

serve(
  proxyWith({
    verifyToken: () => principal,
    revocations: { isRevoked: () => false },
    limiter: { take: () => decision },
  }),
);

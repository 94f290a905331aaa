import {
  gatewayServer,
  readPages,
  requestMeasures,
  upstreamAt,
  watchOverload,
} from '@steward/api-gateway';
import { scopes } from '@steward/contracts';
import { logger } from '@steward/telemetry';
import { serve } from '../harness/contender.ts';
import { upstreamUrl } from './subject.ts';

/** The gateway as it is, but that everybody is let in: no token is read and nothing is counted. */
const principal = { subject: 'ada', roles: [], scopes: new Set(scopes) };
const decision = {
  isAllowed: true,
  window: 'burst',
  remaining: 1,
  resetSeconds: 1,
  policy: '"burst";q=1;w=1',
} as const;
const account = upstreamAt('account', upstreamUrl(), {
  connections: 64,
  requestsMax: 2_000,
  waitMsMax: 20,
});

serve(
  gatewayServer({
    upstreams: new Map([['account', account]]),
    verifyToken: () => principal,
    revocations: { isRevoked: () => false },
    limiter: { take: () => decision },
    pages: readPages(),
    isOverloaded: watchOverload(500).isOverloaded,
    measures: requestMeasures(),
    log: logger('api-gateway'),
    deadlineMs: 30_000,
    bodyBytesMax: 1_048_576,
    isBehindProxy: false,
  }),
);

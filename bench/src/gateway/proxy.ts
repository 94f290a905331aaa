import {
  type GatewayOptions,
  gatewayServer,
  readPages,
  requestMeasures,
  upstreamAt,
  watchOverload,
} from '@steward/api-gateway';
import { logger } from '@steward/telemetry';
import { upstreamUrl } from './subject.ts';

/** What decides who is let in, and how often. */
export type Policy = Pick<GatewayOptions, 'verifyToken' | 'revocations' | 'limiter'>;

/** The gateway as it is, with another policy at its door. */
export const proxyWith = (policy: Policy) =>
  gatewayServer({
    ...policy,
    upstreams: new Map([
      [
        'account',
        upstreamAt('account', upstreamUrl(), {
          connections: 64,
          requestsMax: 2_000,
          waitMsMax: 20,
        }),
      ],
    ]),
    pages: readPages(),
    isOverloaded: watchOverload(500).isOverloaded,
    measures: requestMeasures(),
    log: logger('api-gateway'),
    deadlineMs: 30_000,
    bodyBytesMax: 1_048_576,
    isBehindProxy: false,
  });

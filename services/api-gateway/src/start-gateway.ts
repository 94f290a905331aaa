import { connectRedis, limiter, revocations } from '@steward/cache';
import { closeGracefully, healthServer, listen, tokenVerifier } from '@steward/http';
import { type Log, logger, metricsText } from '@steward/telemetry';
import { gatewayServer } from './gateway.ts';
import type { GatewayConfig } from './gateway-config.ts';
import { measureUpstreams, requestMeasures } from './measure.ts';
import { watchOverload } from './overload.ts';
import { readPages } from './pages.ts';
import { plansOf } from './plans.ts';
import { upstreamAt } from './upstream.ts';

export interface RunningGateway {
  readonly url: string;
  readonly healthUrl: string;
  /** Takes no new request, lets those under way end, then closes every connection. */
  stop(): Promise<void>;
}

export interface GatewayStart {
  readonly config: GatewayConfig;
  /** Where each service is, by its name. Routes of a service that is not here answer 503. */
  readonly upstreams: Readonly<Record<string, string>>;
  /** Something is lost that only a restart of the process brings back. */
  readonly onFatal: (error: unknown) => void;
}

const name = 'api-gateway';
const healthStopMs = 1_000;

const now = (): Date => new Date();

/** What is counted and remembered for all gateways together. */
const connectShared = async (config: GatewayConfig, log: Log) => {
  const redis = await connectRedis(config.REDIS_URL, log);
  const quotas = limiter({
    redis,
    log,
    plans: plansOf(config),
    keyPrefix: `${config.NAMESPACE}:quota:`,
  });
  const revoked = await revocations({
    redis,
    log,
    now,
    keyPrefix: `${config.NAMESPACE}:revoked`,
  });
  const stop = async (): Promise<void> => {
    await revoked.stop();
    redis.disconnect();
  };
  return { quotas, revoked, stop };
};

const upstreamsAt = (urls: Readonly<Record<string, string>>, config: GatewayConfig) => {
  const limits = {
    connections: config.UPSTREAM_CONNECTIONS,
    requestsMax: config.UPSTREAM_REQUESTS_MAX,
    waitMsMax: config.UPSTREAM_WAIT_MS,
  };
  const entries = Object.entries(urls);
  return new Map(entries.map(([service, url]) => [service, upstreamAt(service, url, limits)]));
};

/** Starts the gateway from the inside out, so that the first request finds everything there. */
export const startGateway = async ({
  config,
  upstreams: urls,
  onFatal,
}: GatewayStart): Promise<RunningGateway> => {
  const log = logger(name);
  const { quotas, revoked, stop: stopShared } = await connectShared(config, log);
  const upstreams = upstreamsAt(urls, config);
  const overload = watchOverload(config.SHED_DELAY_MS);
  measureUpstreams(upstreams, quotas.countsLocally);

  const door = gatewayServer({
    upstreams,
    limiter: quotas,
    revocations: revoked,
    verifyToken: tokenVerifier({
      issuer: config.OIDC_ISSUER,
      audience: config.OIDC_AUDIENCE,
      jwksUrl: config.OIDC_JWKS_URL,
      now,
    }),
    pages: readPages(),
    isOverloaded: overload.isOverloaded,
    measures: requestMeasures(),
    log,
    deadlineMs: config.DEADLINE_SECONDS * 1_000,
    bodyBytesMax: config.BODY_BYTES_MAX,
    isBehindProxy: config.BEHIND_PROXY,
  });
  const health = healthServer({
    livez: () => [],
    readyz: () => (door.listening ? [] : ['The gateway takes no requests']),
    metrics: metricsText,
  });
  const url = await listen(door, config.HTTP_PORT, config.HTTP_HOST);
  const healthUrl = await listen(health, config.HEALTH_PORT, config.HTTP_HOST);
  door.on('error', onFatal);
  log('info', 'listening', { url, healthUrl, upstreams: Object.keys(urls) });

  return {
    url,
    healthUrl,
    stop: async () => {
      await closeGracefully(door, config.STOP_SECONDS * 1_000);
      overload.stop();
      await Promise.all([...upstreams.values()].map((upstream) => upstream.close()));
      await stopShared();
      await closeGracefully(health, healthStopMs);
      log('info', 'stopped');
    },
  };
};

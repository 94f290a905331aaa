import { z } from 'zod';

const Port = z.coerce.number().int().min(0).max(65_535);
const Count = z.coerce.number().int().min(1);
const Upstream = z.url({ protocol: /^https?$/ }).optional();

/** What the gateway reads from its environment. */
export const GatewayConfig = z.object({
  REDIS_URL: z.string().min(1),
  OIDC_ISSUER: z.string().min(1),
  OIDC_AUDIENCE: z.string().default('steward'),
  OIDC_JWKS_URL: z.url(),
  HTTP_HOST: z.string().default('0.0.0.0'),
  /** 0 takes any free port. */
  HTTP_PORT: Port.default(8000),
  HEALTH_PORT: Port.default(9090),
  UPSTREAM_ACCOUNT: Upstream,
  UPSTREAM_OPPORTUNITY: Upstream,
  UPSTREAM_SERVICE_PRODUCTIZATION: Upstream,
  UPSTREAM_TIERED_SUPPORT: Upstream,
  UPSTREAM_DATA_SERVICE: Upstream,
  UPSTREAM_CONNECTIONS: Count.default(64),
  /** Requests under way to one service, waiting ones included, before further ones are put off. */
  UPSTREAM_REQUESTS_MAX: Count.default(2_000),
  /** How long a request may wait for a connection to a service, once a line has stood for five times as long. */
  UPSTREAM_WAIT_MS: Count.default(20),
  /** From the first byte of the request to the last one of the answer. */
  DEADLINE_SECONDS: z.coerce.number().positive().default(30),
  BODY_BYTES_MAX: Count.default(1_048_576),
  /** How late the event loop may run before requests are put off. */
  SHED_DELAY_MS: Count.default(500),
  /** Whether the caller is a proxy of ours, whose `X-Forwarded-*` may be believed. */
  BEHIND_PROXY: z.stringbool().default(false),
  QUOTA_BURST_PER_SECOND: Count.default(2_000),
  QUOTA_PER_MINUTE: Count.default(60_000),
  QUOTA_PER_DAY: Count.default(10_000_000),
  /** In front of every key in Redis, where several platforms share one. */
  NAMESPACE: z.string().min(1).default('steward'),
  /** How long requests under way may take to end once the gateway is told to stop. */
  STOP_SECONDS: z.coerce.number().min(0).default(10),
});
export type GatewayConfig = z.output<typeof GatewayConfig>;

/** Where each service is, by its name. A variable is named after its service. */
export const upstreamsOf = (config: GatewayConfig): Record<string, string> =>
  Object.fromEntries(
    Object.entries(config)
      .filter(([name, value]) => /^UPSTREAM_(?!CONNECTIONS|REQUESTS|WAIT)/.test(name) && value)
      .map(([name, url]) => [
        name.slice('UPSTREAM_'.length).toLowerCase().replaceAll('_', '-'),
        String(url),
      ]),
  );

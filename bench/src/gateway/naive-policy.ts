import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { roles } from '@steward/contracts';
import { stopTelemetry } from '@steward/telemetry';
import { Redis } from 'ioredis';
import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { announce } from '../harness/contender.ts';
import { proxyWith } from './proxy.ts';

/** The same proxy with the policy as one would write it: jose and a script in Redis at every request. */
const {
  REDIS_URL = '',
  OIDC_JWKS_URL = '',
  OIDC_ISSUER = '',
  OIDC_AUDIENCE = '',
  NAMESPACE,
} = process.env;

const keys = createLocalJWKSet(JSON.parse(await readFile(new URL(OIDC_JWKS_URL), 'utf8')));
const redis = new Redis(REDIS_URL);

const bucket = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local limit = tonumber(ARGV[1])
local spent = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = math.min(limit, (tonumber(spent[1]) or limit) + (now - (tonumber(spent[2]) or now)) * limit / 1000)
local allowed = tokens >= 1 and 1 or 0
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens - allowed), 'at', now)
redis.call('PEXPIRE', KEYS[1], 2000)
return { allowed, math.floor(tokens - allowed) }
`;
const burst = 100_000;
redis.defineCommand('takeToken', { numberOfKeys: 1, lua: bucket });
const takeToken = (
  redis as Redis & { takeToken(key: string, limit: number): Promise<[number, number]> }
).takeToken.bind(redis);

const rolesIn = ({ roles: held }: JWTPayload) =>
  (held as readonly (keyof typeof roles)[]).flatMap((role) => roles[role]);

const server = proxyWith({
  verifyToken: async (header = '') => {
    const rules = { issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE, algorithms: ['RS256'] };
    const { payload } = await jwtVerify(header.slice('Bearer '.length), keys, rules);
    return { subject: payload.sub ?? '', roles: [], scopes: new Set(rolesIn(payload)) };
  },
  revocations: { isRevoked: () => false },
  limiter: {
    take: async (consumer) => {
      const [allowed, remaining] = await takeToken(`${NAMESPACE}:${consumer}`, burst);
      const policy = `"burst";q=${burst};w=1`;
      return { isAllowed: allowed === 1, window: 'burst', remaining, resetSeconds: 1, policy };
    },
  },
});

server.listen(0, '127.0.0.1', () =>
  announce((server.address() as AddressInfo).port, async () => {
    redis.disconnect();
    await stopTelemetry();
  }),
);

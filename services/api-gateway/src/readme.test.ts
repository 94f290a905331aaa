import { readFileSync } from 'node:fs';
import { GatewayConfig, gatewayCodes, upstreamsOf } from './index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const firstCells = (pattern: RegExp): string[] =>
  [...readme.matchAll(pattern)].map(([, name]) => name ?? '');

describe('the README of the gateway', () => {
  it('lists every variable and no other', () => {
    const names = firstCells(/^\| `([A-Z_]+)` +\|/gm);
    expect(names.sort()).toEqual(Object.keys(GatewayConfig.shape).sort());
  });

  it('lists every code that the gateway adds, with its status', () => {
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` +\| (\d+) +\|/gm)];
    const told = rows.map(([, code, status]) => [code, Number(status)]);
    const declared = Object.entries(gatewayCodes).map(([code, { status }]) => [code, status]);
    expect(told).toEqual(declared);
  });
});

describe('the configuration', () => {
  const required = { REDIS_URL: 'redis://r', OIDC_ISSUER: 'i', OIDC_JWKS_URL: 'file:///k' };

  it('names each service by its variable', () => {
    const config = GatewayConfig.parse({
      ...required,
      UPSTREAM_ACCOUNT: 'http://account:8080',
      UPSTREAM_DATA_SERVICE: 'http://data:8080',
    });
    expect(upstreamsOf(config)).toEqual({
      account: 'http://account:8080',
      'data-service': 'http://data:8080',
    });
  });
});

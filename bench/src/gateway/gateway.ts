import { spawnSync } from 'node:child_process';
import type { Benchmark, Load, ServerContender } from '../harness/index.ts';
import { upstreamGround } from './ground.ts';
import { loadOf, requests } from './subject.ts';

const withoutNginx = (): string | undefined =>
  spawnSync('nginx', ['-v']).error && 'nginx is not installed';

const server = (name: string, file: string, load: Load): ServerContender => ({
  kind: 'server',
  name,
  program: new URL(`./${file}.ts`, import.meta.url),
  load,
});

const gatewayWith = (method: 'get' | 'post', work: string): Benchmark => {
  const load = loadOf(requests[method]);
  return {
    name: `gateway-${method}`,
    work,
    unit: 'request',
    contenders: [
      server('steward', 'steward', load),
      server('http-proxy-middleware', 'http-proxy-middleware', load),
      server('reply-from', 'reply-from', load),
      { ...server('nginx', 'nginx', load), missing: withoutNginx },
    ],
    targets: [
      { baseline: 'http-proxy-middleware', reach: 7 },
      { baseline: 'reply-from', reach: 2 },
      { baseline: 'nginx', reach: 0.5 },
    ],
    prepare: upstreamGround,
  };
};

export const gateways: readonly Benchmark[] = [
  gatewayWith('get', 'GET passed on to a service that answers 307 bytes of JSON, 64 at a time'),
  gatewayWith('post', 'POST of 500 bytes of JSON passed on to a service, 64 at a time'),
];

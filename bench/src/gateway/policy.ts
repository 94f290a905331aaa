import { randomUUID } from 'node:crypto';
import { issueToken } from '@steward/local';
import {
  type Benchmark,
  type Ground,
  type LoadRequest,
  type ServerContender,
  type Setting,
  stackGround,
} from '../harness/index.ts';
import { startSink } from '../telemetry/start-sink.ts';
import { upstreamGround } from './ground.ts';
import { loadOf, requests } from './subject.ts';
import { zipfPicks } from './zipf.ts';

const tokens = 1_000;
/** Longer than the load can be remembered by anything. */
const picks = 4_096;

/** What production would run with. */
const sampledShare = '0.01';

/** Requests of many callers, a few of whom call often and most of whom rarely. */
const requestsOfCallers = async (stackName: string): Promise<LoadRequest[]> => {
  const headers = await Promise.all(
    Array.from({ length: tokens }, async (_, caller) => {
      const claims = { subject: `caller-${caller}`, roles: ['account-owner'] as const };
      return { Authorization: `Bearer ${await issueToken(stackName, claims)}` };
    }),
  );
  return zipfPicks(tokens, picks).map((caller) => ({
    ...requests.get,
    headers: headers[caller] ?? {},
  }));
};

const ground = async (setting: Setting): Promise<Ground> => {
  const { stack, environment, servers = {}, close } = await stackGround(setting);
  const upstream = await upstreamGround();
  const sink = await startSink();
  const { redis } = servers;
  return {
    environment: {
      ...environment,
      ...upstream.environment,
      ...sink.environment,
      OTEL_TRACES_SAMPLER_ARG: sampledShare,
      NAMESPACE: `bench-${randomUUID()}`,
    },
    servers: redis === undefined ? {} : { redis },
    load: { requests: await requestsOfCallers(stack.name) },
    seen: sink.seen,
    close: async () => {
      await Promise.all([upstream.close(), sink.end()]);
      await close();
    },
  };
};

const traced = { nodeOptions: ['--import', '@steward/telemetry/start'] };

const server = (name: string, file: string): ServerContender => ({
  kind: 'server',
  name,
  program: new URL(`./${file}.ts`, import.meta.url),
  load: loadOf(requests.get),
});

export const policy: Benchmark = {
  name: 'gateway-policy',
  work: 'the GET of gateway-get with the token checked, quotas counted in Redis and 1 % of the traces recorded, for 1,000 callers of whom few call often',
  unit: 'request',
  contenders: [
    { ...server('steward', 'steward-policy'), ...traced },
    server('without policy', 'steward'),
    { ...server('jose and script', 'naive-policy'), ...traced },
  ],
  targets: [
    { baseline: 'without policy', reach: 0.9 },
    { baseline: 'jose and script', reach: 4 },
  ],
  prepare: ground,
};

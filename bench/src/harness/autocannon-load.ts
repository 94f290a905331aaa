import autocannon from 'autocannon';
import type { Load } from './benchmark.ts';
import { report } from './contender.ts';

/** The load generator of machines without wrk, in a process of its own. */
const { load, url, seconds } = JSON.parse(process.env.BENCH_LOAD ?? '{}') as {
  readonly load: Load;
  readonly url: string;
  readonly seconds: number;
};

const series = Date.now().toString(36);
let turn = 0;
const numbered = (body: string): string => {
  turn += 1;
  return body.replaceAll('{n}', `${series}-${String(turn).padStart(8, '0')}`);
};

const result = await autocannon({
  url,
  connections: load.connections,
  duration: seconds,
  requests: load.requests.map(({ body, headers = {}, ...request }) => ({
    ...request,
    headers: { ...headers },
    ...(body !== undefined && {
      setupRequest: (sent: autocannon.Request) => ({ ...sent, body: numbered(body) }),
    }),
  })),
});

report({
  units: result.requests.total,
  seconds: result.duration,
  p50Ms: result.latency.p50,
  p99Ms: result.latency.p99,
  cpuSeconds: {},
  figures: { failures: result.errors + result.timeouts, refusals: result.non2xx },
});

import { metrics } from '@steward/telemetry';
import type { Upstream } from './upstream.ts';

const name = 'api-gateway';
const breakerLevels = { closed: 0, 'half-open': 1, open: 2 } as const;

const once = <Value>(make: (key: string) => Value) => {
  const made = new Map<string, Value>();
  return (key: string): Value => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
};

/** Why a request was turned away at the gate, as its metric calls it. */
const turnedAway: Readonly<Record<string, string>> = {
  overloaded: 'gateway_shed_total',
  'quota-exceeded': 'gateway_limited_total',
};

export const requestMeasures = () => {
  const { counter, histogram } = metrics(name);
  const requests = once((key) => {
    const [route = '', outcome = ''] = key.split(' ');
    return counter('gateway_requests_total', 'Requests by route and class of status', {
      route,
      outcome,
    });
  });
  const seconds = once((upstream) =>
    histogram('gateway_upstream_seconds', 'Time that a service took to answer', { upstream }),
  );
  const refusals = once((metric) => counter(metric, 'Requests turned away at the gate'));
  return {
    answered: (route: string, status: number, code: string | undefined): void => {
      requests(`${route} ${Math.floor(status / 100)}xx`)();
      const metric = code === undefined ? undefined : turnedAway[code];
      if (metric !== undefined) refusals(metric)();
    },
    upstreamTook: (upstream: string, took: number): void => seconds(upstream)(took),
  };
};
export type RequestMeasures = ReturnType<typeof requestMeasures>;

export const measureUpstreams = (
  upstreams: ReadonlyMap<string, Upstream>,
  countsLocally: () => boolean,
): void => {
  const { gauge } = metrics(name);
  const each = (read: (upstream: Upstream) => number) =>
    [...upstreams.values()].map((upstream) => ({
      value: read(upstream),
      attributes: { upstream: upstream.name },
    }));
  gauge('gateway_breaker_state', '0 is closed, 1 half open, 2 open', () =>
    each(({ breakerState }) => breakerLevels[breakerState()]),
  );
  gauge('gateway_upstream_underway', 'Requests under way to a service', () =>
    each(({ underway }) => underway()),
  );
  gauge('gateway_quota_local', '1 while quotas are counted without Redis', () =>
    Number(countsLocally()),
  );
};

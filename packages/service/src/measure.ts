import type { RunningConsumers } from '@steward/bus';
import type { Relay } from '@steward/persistence';
import { metrics } from '@steward/telemetry';

/** How long requests took, by route and class of status. */
export const requestObserver = (service: string) => {
  const instruments = metrics(service);
  const series = new Map<string, (seconds: number) => void>();
  return (route: string, status: number, seconds: number): void => {
    const outcome = `${Math.floor(status / 100)}xx`;
    const key = `${route} ${outcome}`;
    const observe =
      series.get(key) ??
      instruments.histogram('http_request_seconds', 'Time from request to answer', {
        route,
        outcome,
      });
    series.set(key, observe);
    observe(seconds);
  };
};

/** What an operator watches: is anything piling up on its way out, or on its way in? */
export const measure = (service: string, relay: Relay, consumers: RunningConsumers): void => {
  const { gauge } = metrics(service);
  gauge(
    'outbox_pending',
    'Events that the broker does not have yet',
    () => relay.backlog().pending,
  );
  gauge(
    'outbox_oldest_seconds',
    'Age of the oldest event that the broker does not have yet',
    () => relay.backlog().oldestSeconds,
  );
  gauge('consumer_lag', 'Messages that a consumer group has still to take in', () =>
    Object.entries(consumers.lag()).map(([group, value]) => ({ value, attributes: { group } })),
  );
};

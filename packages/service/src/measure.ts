import type { Server } from 'node:http';
import { countParked, type ParkedCount, type Publisher } from '@steward/bus';
import type { Database, Relay } from '@steward/persistence';
import { type Log, metrics } from '@steward/telemetry';
import type { Hearing } from './hear.ts';

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

/** How long facts took from when they were recorded until their effect was committed, by consumer. */
export const effectObserver = (service: string) => {
  const instruments = metrics(service);
  const series = new Map<string, (seconds: number) => void>();
  return (consumer: string, seconds: number): void => {
    const observe =
      series.get(consumer) ??
      instruments.histogram(
        'event_effect_seconds',
        'Time from when a fact was recorded until its effect was committed',
        { consumer },
      );
    series.set(consumer, observe);
    observe(seconds);
  };
};

/** Publishes, and says how long the broker took to have all rows for good. */
export const measuredPublish = (service: string, publish: Publisher['publish']) => {
  const observe = metrics(service).histogram(
    'publish_seconds',
    'Time until the broker had a batch of events for good',
  );
  return async (...args: Parameters<Publisher['publish']>): Promise<void> => {
    const begun = performance.now();
    await publish(...args);
    observe((performance.now() - begun) / 1_000);
  };
};

/** Requests that came in and have not been answered, or given up by their caller. */
const requestsInFlight = (door: Server): (() => number) => {
  let inFlight = 0;
  door.on('request', (_request, response) => {
    inFlight += 1;
    response.once('close', () => {
      inFlight -= 1;
    });
  });
  return () => inFlight;
};

const parkedEveryMs = 10_000;

/** Counts what is set aside every so often, because asking the database at every scrape would cost more. */
const parkedCounts = (database: Database, log: Log) => {
  let counts: readonly ParkedCount[] = [];
  const count = async () => {
    try {
      counts = await countParked(database);
    } catch (error) {
      log('warn', 'What is set aside could not be counted', { error });
    }
  };
  void count();
  const timer = setInterval(() => void count(), parkedEveryMs);
  return { counts: () => counts, stop: () => clearInterval(timer) };
};

interface Measured {
  readonly database: Database;
  readonly relay: Relay;
  readonly hearing: Hearing;
  readonly door: Server;
  readonly log: Log;
}

const byGroup = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([group, value]) => ({ value, attributes: { group } }));

/** What an operator watches: is anything piling up on its way out, on its way in, or aside? */
export const measure = (
  service: string,
  { database, relay, hearing, door, log }: Measured,
): { stop(): void } => {
  const { gauge } = metrics(service);
  const requests = requestsInFlight(door);
  const parked = parkedCounts(database, log);
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
    byGroup(hearing.lag()),
  );
  gauge('messages_in_flight', 'Messages that were fetched and have not had their effect yet', () =>
    byGroup(hearing.inFlight()),
  );
  gauge('http_requests_in_flight', 'Requests that have not been answered yet', requests);
  gauge('parked_messages', 'Messages that are set aside and wait for a person', () =>
    parked.counts().map(({ consumer, count }) => ({ value: count, attributes: { consumer } })),
  );
  return { stop: parked.stop };
};

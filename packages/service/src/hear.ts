import { setTimeout as sleep } from 'node:timers/promises';
import { isKafkaOutage, type RunningConsumers } from '@steward/bus';
import { isOutage } from '@steward/persistence';
import type { Log } from '@steward/telemetry';

/** What a service hears of others, from when Kafka answers on. */
export type Hearing = Pick<RunningConsumers, 'lag' | 'inFlight' | 'stop'>;

export interface HearingOptions {
  /** Makes what is missing on the cluster, and starts to listen. */
  readonly begin: () => Promise<RunningConsumers>;
  readonly log: Log;
  readonly onFatal: (error: unknown) => void;
}

/** How long a start waits for Kafka before it goes on without. */
const patienceMs = 5_000;
const againMs = 1_000;
const stopMsMax = 2_000;

/**
 * Begins to listen as soon as Kafka answers. A service that starts while Kafka is away is of use all the same:
 * it answers requests, and keeps its events until they can leave. What can never succeed, such as topics with
 * more replicas than there are brokers, fails the start.
 */
export const startHearing = async ({ begin, log, onFatal }: HearingOptions): Promise<Hearing> => {
  const stopping = new AbortController();
  const { signal } = stopping;
  let consumers: RunningConsumers | undefined;

  const beginOnceItAnswers = async () => {
    while (!consumers && !signal.aborted) {
      try {
        const begun = await begin();
        // Whoever stopped meanwhile may not have waited for it.
        if (signal.aborted) await begun.stop();
        else consumers = begun;
      } catch (error) {
        if (!isKafkaOutage(error) && !isOutage(error)) throw error;
        log('warn', 'Nothing is heard yet, because a server is away; tried again', { error });
        await sleep(againMs, undefined, { signal }).catch(() => undefined);
      }
    }
  };
  const hearing = beginOnceItAnswers().then(() => true);

  if (!(await Promise.race([hearing, sleep(patienceMs, false, { ref: false })]))) {
    log('warn', 'Kafka does not answer: requests are served without it, and events are kept');
    hearing.catch(onFatal);
  }

  return {
    lag: () => consumers?.lag() ?? {},
    inFlight: () => consumers?.inFlight() ?? {},
    stop: async () => {
      stopping.abort();
      const settled = hearing.catch(() => undefined);
      await Promise.race([settled, sleep(stopMsMax, undefined, { ref: false })]);
      await consumers?.stop();
    },
  };
};

import { randomUUID } from 'node:crypto';

/** A corner of the servers for one sample alone: names that nothing else has, by the names of the platform. */
export interface World {
  /** In front of every database. */
  readonly NAMESPACE: string;
  /** In front of every topic. */
  readonly TOPIC_PREFIX: string;
}

/** What all worlds of a run begin with, so that the run can clear them away. */
export const worldsOf = (environment: Readonly<Record<string, string | undefined>>): string =>
  environment.BENCH_WORLDS ?? 'bench';

export const newWorld = (): World => {
  const name = `${worldsOf(process.env)}-${randomUUID().slice(0, 8)}`;
  return { NAMESPACE: name, TOPIC_PREFIX: `${name}.` };
};

export const brokers = (): string[] => (process.env.KAFKA_BROKERS ?? '').split(',');
export const mongodbUrl = (): string => process.env.MONGODB_URL ?? '';

import { type Admin, Kafka, logLevel } from 'kafkajs';
import { offsetsPartitions } from './kafka-properties.ts';
import { host } from './port.ts';

/** Asks a broker something, once. */
export const withBroker = async <Result>(
  port: number,
  ask: (admin: Admin) => Promise<Result>,
): Promise<Result> => {
  const client = new Kafka({
    brokers: [`${host}:${port}`],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 500,
    retry: { retries: 0 },
  });
  const admin = client.admin();
  try {
    await admin.connect();
    return await ask(admin);
  } finally {
    await admin.disconnect();
  }
};

const offsetsTopic = '__consumer_offsets';

/**
 * Puts all groups under the care of the first broker, before Kafka spreads them over all: the other one may
 * go, and takes its own topics with it and nobody's place in the rest.
 */
export const keepGroupsOnFirst = async (admin: Admin): Promise<void> => {
  if ((await admin.listTopics()).includes(offsetsTopic)) return;
  const replicaAssignment = Array.from({ length: offsetsPartitions }, (_, partition) => ({
    partition,
    replicas: [1],
  }));
  const configEntries = [{ name: 'cleanup.policy', value: 'compact' }];
  await admin.createTopics({ topics: [{ topic: offsetsTopic, replicaAssignment, configEntries }] });
};

import { connectKafka, ensureTopics } from '@steward/bus';
import type { Benchmark, ProgramContender, Setting } from '../harness/index.ts';
import { worldGround } from '../world/world-ground.ts';
import { eventsNoun } from './events.ts';

const program = (name: string, file: string): ProgramContender => ({
  kind: 'program',
  name,
  program: new URL(`./${file}.ts`, import.meta.url),
  cpu: 'any',
});

const prepare = async (setting: Setting) => {
  const ground = await worldGround(setting);
  const topicPrefix = `${ground.worlds}.`;
  const kafka = connectKafka({ brokers: ground.stack.kafkaBrokers, clientId: 'bench' });
  await ensureTopics(kafka, [eventsNoun], { partitions: 8, replicationFactor: 1, topicPrefix });
  return { ...ground, environment: { ...ground.environment, TOPIC_PREFIX: topicPrefix } };
};

export const publish: Benchmark = {
  name: 'publish',
  work: 'Events of 500 bytes, acknowledged by all replicas, idempotent, 64 waiting at a time or 100 in a batch',
  unit: 'event',
  contenders: [
    program('steward', 'steward'),
    program('kafkajs send', 'kafkajs-send'),
    program('kafkajs sendBatch of 100', 'kafkajs-batch'),
    program('@platformatic/kafka batch of 100', 'platformatic-batch'),
  ],
  targets: [
    { baseline: 'kafkajs send', reach: 8 },
    { baseline: 'kafkajs sendBatch of 100', reach: 2 },
    { baseline: '@platformatic/kafka batch of 100', reach: 0.9 },
  ],
  prepare,
};

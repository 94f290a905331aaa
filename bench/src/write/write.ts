import { connectKafka, ensureTopics } from '@steward/bus';
import { accountNoun } from '@steward/contracts';
import { issueToken } from '@steward/local';
import type { Benchmark, Load, ServerContender, Setting } from '../harness/index.ts';
import { worldGround } from '../world/world-ground.ts';

const registration = {
  name: 'Kestrel Rail',
  industry: 'energy',
  segment: 'enterprise',
  country: 'Wales',
  ownerId: 'ada',
};

const load: Load = { connections: 64, requests: [], expects: { status: 201 } };

const server = (
  name: string,
  file: string,
  nodeOptions: readonly string[] = [],
): ServerContender => ({
  kind: 'server',
  name,
  program: new URL(`./${file}.ts`, import.meta.url),
  cpu: 'any',
  nodeOptions,
  load,
});

/** One topic for the whole run, which those who publish share. */
const prepare = async (setting: Setting) => {
  const ground = await worldGround(setting);
  const { stack, worlds } = ground;
  const topicPrefix = `${worlds}.`;
  const kafka = connectKafka({ brokers: stack.kafkaBrokers, clientId: 'bench' });
  await ensureTopics(kafka, [accountNoun], { partitions: 8, replicationFactor: 1, topicPrefix });
  const token = await issueToken(stack.name, { subject: 'ada', roles: ['account-owner'] });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify(registration);
  return {
    ...ground,
    environment: { ...ground.environment, TOPIC_PREFIX: topicPrefix },
    load: { requests: [{ method: 'POST', path: '/v1/accounts', headers, body }] as const },
  };
};

export const write: Benchmark = {
  name: 'write',
  work: 'POST of an account, checked, kept for a majority and answered with 201, 64 at a time; its event published, but for the driver alone',
  unit: 'request',
  contenders: [
    server('steward', 'steward', ['--import', '@steward/telemetry/start']),
    server('node:http + insertOne, no event', 'driver-insert'),
    server('mongoose transaction + outbox', 'mongoose-outbox'),
  ],
  targets: [
    { baseline: 'node:http + insertOne, no event', reach: 1 },
    { baseline: 'mongoose transaction + outbox', reach: 3 },
  ],
  prepare,
};

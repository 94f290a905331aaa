import { connectKafka } from './connect-kafka.ts';
import type { KafkaLogEntry } from './kafka-log.ts';

const connected = () => {
  const entries: KafkaLogEntry[] = [];
  const kafka = connectKafka({
    brokers: ['127.0.0.1:1'],
    clientId: 'test',
    logger: (entry) => entries.push(entry),
  });
  return { kafka, entries };
};

describe('connect kafka', () => {
  it('hands warnings and errors of kafkajs to the logger, and nothing less', () => {
    const { kafka, entries } = connected();
    const logger = kafka.logger().namespace('Consumer');
    logger.info('Starting');
    logger.warn('Heartbeat late', { groupId: 'tickets' });
    logger.error('Crash');
    expect(entries).toEqual([
      {
        level: 'warn',
        message: 'Heartbeat late',
        details: { logger: 'kafkajs.Consumer', groupId: 'tickets' },
      },
      { level: 'error', message: 'Crash', details: { logger: 'kafkajs.Consumer' } },
    ]);
  });

  it('takes what the connection says of a refusal for an echo of what is thrown', () => {
    const { kafka, entries } = connected();
    const logger = kafka.logger().namespace('Connection');
    logger.error('Response Heartbeat(key: 12, version: 3)', { error: 'The group is rebalancing' });
    expect(entries).toMatchObject([{ level: 'debug' }]);
  });

  it.each([
    { of: 'a plain producer', config: undefined },
    { of: 'an idempotent producer', config: { idempotent: true } },
    { of: 'a transactional producer', config: { idempotent: true, transactionalId: 'relay' } },
  ])('decides what kafkajs would warn of for $of', ({ config }) => {
    const { kafka, entries } = connected();
    kafka.producer(config);
    expect(entries).toEqual([]);
  });

  it('lets a caller limit the retries of an idempotent producer, and kafkajs warn of it', () => {
    const { kafka, entries } = connected();
    kafka.producer({ idempotent: true, retry: { retries: 3 } });
    expect(entries).toMatchObject([
      { level: 'warn', message: expect.stringContaining('Limiting retries') },
    ]);
  });
});

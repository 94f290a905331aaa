import { kafkaProperties } from './kafka-properties.ts';

const lines = kafkaProperties({
  host: '127.0.0.1',
  port: 9092,
  controllerPort: 40_000,
  data: '/data',
}).split('\n');

describe('the settings of the broker', () => {
  it.each([
    'advertised.listeners=CLIENTS://127.0.0.1:9092',
    'controller.quorum.voters=1@127.0.0.1:40000',
    'auto.create.topics.enable=false',
    'log.retention.ms=-1',
    'log.dirs=/data',
  ])('say %s', (line) => {
    expect(lines).toContain(line);
  });
});

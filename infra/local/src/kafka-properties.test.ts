import { controllerPortIn, kafkaProperties } from './kafka-properties.ts';

const propertiesOf = (broker: number): string =>
  kafkaProperties({
    host: '127.0.0.1',
    port: 9092,
    controllerPort: 40_000,
    data: '/data',
    broker,
  });

describe('the settings of a broker', () => {
  it.each([
    'advertised.listeners=CLIENTS://127.0.0.1:9092',
    'controller.quorum.voters=1@127.0.0.1:40000',
    'auto.create.topics.enable=false',
    'log.retention.ms=-1',
    'log.dirs=/data',
  ])('say %s', (line) => {
    for (const broker of [1, 2]) expect(propertiesOf(broker).split('\n')).toContain(line);
  });

  it.each([
    { broker: 1, line: 'process.roles=broker,controller' },
    { broker: 1, line: 'listeners=CLIENTS://127.0.0.1:9092,CONTROLLER://127.0.0.1:40000' },
    { broker: 2, line: 'node.id=2' },
    { broker: 2, line: 'process.roles=broker' },
    { broker: 2, line: 'listeners=CLIENTS://127.0.0.1:9092' },
  ])('say $line for the broker $broker', ({ broker, line }) => {
    expect(propertiesOf(broker).split('\n')).toContain(line);
  });

  it('tell where the controller is', () => {
    expect(controllerPortIn(propertiesOf(2))).toBe(40_000);
  });
});

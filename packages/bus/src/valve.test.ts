import { valve } from './valve.ts';

const flow = () => {
  const queue = { length: 0, bytes: 0 };
  const paused = new Set<string>();
  const namesOf = (places: { topic: string; partitions?: number[] }[]) =>
    places.flatMap(({ topic, partitions = [] }) => partitions.map((one) => `${topic}/${one}`));
  const consumer = {
    pause: (places: { topic: string; partitions?: number[] }[]) => {
      for (const name of namesOf(places)) paused.add(name);
    },
    resume: (places: { topic: string; partitions?: number[] }[]) => {
      for (const name of namesOf(places)) paused.delete(name);
    },
  };
  return {
    queue,
    paused,
    consumer,
    ...valve(
      consumer,
      () => queue,
      () => undefined,
    ),
  };
};

describe('valve', () => {
  it.each([
    { what: 'many messages', full: { length: 8_001, bytes: 0 } },
    { what: 'large messages', full: { length: 20, bytes: 17 * 1024 * 1024 } },
  ])('is closed by $what and opens when half of them are gone', ({ full }) => {
    const { queue, paused, closeIfLong, openIfShort } = flow();
    closeIfLong('account', 0);
    expect([...paused]).toEqual([]);
    Object.assign(queue, full);
    closeIfLong('account', 0);
    closeIfLong('account', 1);
    expect([...paused]).toEqual(['account/0', 'account/1']);
    openIfShort();
    expect(paused.size).toBe(2);
    Object.assign(queue, { length: full.length / 2 - 1, bytes: full.bytes / 2 - 1_000_000 });
    openIfShort();
    expect(paused.size).toBe(0);
  });

  it('opens at a rebalance, after which kafkajs would keep closed what is closed', () => {
    const { queue, paused, closeIfLong, open } = flow();
    queue.length = 9_000;
    closeIfLong('account', 0);
    open();
    expect(paused.size).toBe(0);
  });

  it('takes it that nothing is closed where the consumer has crashed', () => {
    const { queue, closeIfLong, openIfShort, consumer } = flow();
    queue.length = 9_000;
    closeIfLong('account', 0);
    queue.length = 0;
    consumer.resume = () => {
      throw new Error('Consumer group was not initialized');
    };
    expect(openIfShort).not.toThrow();
  });
});

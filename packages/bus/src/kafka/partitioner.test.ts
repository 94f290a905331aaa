import fc from 'fast-check';
import { kafkajs } from './mended-kafkajs.ts';
import { partitioner } from './partitioner.ts';

const ours = partitioner();
const theirs = kafkajs.Partitioners.DefaultPartitioner();

const choice = (key: string | Buffer | null, count: number, partition?: number) => ({
  topic: 'account.account',
  partitionMetadata: Array.from({ length: count }, (_, partitionId) => ({
    partitionErrorCode: 0,
    partitionId,
    leader: 1,
    replicas: [1],
    isr: [1],
  })),
  message: { key, value: null, ...(partition !== undefined && { partition }) },
});

const anyKey = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes)),
);

describe('the partitioner', () => {
  it('puts every key where the clients of Kafka put it', () => {
    fc.assert(
      fc.property(anyKey, fc.integer({ min: 1, max: 64 }), (key, count) => {
        expect(ours(choice(key, count))).toBe(theirs(choice(key, count)));
      }),
    );
  });

  it('takes the partition that a message names', () => {
    expect(ours(choice('acme', 8, 3))).toBe(3);
  });

  it('spreads what has no key', () => {
    const chosen = Array.from({ length: 8 }, () => ours(choice(null, 8)));
    expect(new Set(chosen).size).toBe(8);
  });
});

import fc from 'fast-check';
import { encodeRecordBatch, type OutgoingBatch } from './encode-record-batch.ts';
import { arbitraryBatch } from './fixtures/arbitrary-batch.ts';
import {
  Decoder,
  decodeByKafkajs,
  encodeBatchByKafkajs,
  encodeByKafkajs,
  encodeRecord,
} from './fixtures/unmended-kafkajs.ts';
import { recordBatchEncoder } from './record-batch-module.ts';

const batchOf = (...records: OutgoingBatch['records']): OutgoingBatch => ({
  records,
  firstTimestamp: 1_772_452_800_000,
  maxTimestamp: 1_772_452_800_000,
  lastOffsetDelta: records.length - 1,
});

const readBack = async (batch: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeInt32BE(batch.length);
  return decodeByKafkajs(new Decoder(Buffer.concat([size, batch])));
};

describe('encode record batch', () => {
  it('writes the bytes that kafkajs writes, whatever the messages', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBatch, async (batch) => {
        expect(encodeRecordBatch(batch).equals(await encodeByKafkajs(batch))).toBe(true);
      }),
      { seed: 2_204, numRuns: 500 },
    );
  });

  it.each([
    { of: 'no records', batch: batchOf() },
    { of: 'a record without key, value and headers', batch: batchOf({}) },
    { of: 'a tombstone', batch: batchOf({ key: 'account-1', value: null }) },
    { of: 'empty key and value', batch: batchOf({ key: '', value: Buffer.alloc(0) }) },
    { of: 'a header with no values', batch: batchOf({ headers: { trace: [] } }) },
    { of: 'a large value', batch: batchOf({ value: Buffer.alloc(200_000, 7) }) },
    { of: 'a long text beyond ASCII', batch: batchOf({ value: 'Größe 🚀'.repeat(5_000) }) },
    { of: 'latin text as long as its bytes', batch: batchOf({ value: 'x'.repeat(25) }) },
    { of: 'a transaction', batch: { ...batchOf({ value: 'x' }), transactional: true } },
    {
      of: 'an idempotent producer',
      batch: { ...batchOf({}), producerId: '4002', producerEpoch: 3, firstSequence: 17 },
    },
    { of: 'many records', batch: batchOf(...Array(3_000).fill({ value: 'x' })) },
  ])('writes the bytes that kafkajs writes for $of', async ({ batch }) => {
    expect(encodeRecordBatch(batch)).toEqual(await encodeByKafkajs(batch));
  });

  it.each([63, 64, 8_191, 8_192, 1_048_575, 1_048_576])(
    'writes the bytes that kafkajs writes for a value of %d bytes, where lengths grow by one',
    async (size) => {
      const batch = batchOf({ value: Buffer.alloc(size, 7) });
      expect(encodeRecordBatch(batch).equals(await encodeByKafkajs(batch))).toBe(true);
    },
  );

  it('writes a header without a value, which kafkajs cannot', async () => {
    const batch = batchOf({ headers: { absent: undefined, nothing: null, some: 'x' } });
    await expect(encodeByKafkajs(batch)).rejects.toThrow('Received undefined');

    const [record] = await readBack(encodeRecordBatch(batch));
    expect(record?.headers).toEqual({ absent: null, nothing: null, some: Buffer.from('x') });
  });

  it('takes any byte array as bytes', () => {
    const bytes = [0, 200, 255];
    expect(encodeRecordBatch(batchOf({ value: new Uint8Array(bytes) }))).toEqual(
      encodeRecordBatch(batchOf({ value: Buffer.from(bytes) })),
    );
  });

  it('refuses a value that is neither text nor bytes', () => {
    expect(() => encodeRecordBatch(batchOf({ value: 5 as never }))).toThrow(
      'A Kafka record holds strings and bytes, not number',
    );
  });

  it('leaves compressed batches to kafkajs', async () => {
    const encode = recordBatchEncoder(encodeBatchByKafkajs as never, encodeRecord);
    const batch = { ...batchOf({ key: 'a', value: 'x'.repeat(100) }), compression: 1 };
    const encoded = await encode(batch);
    expect(encoded.buffer).toEqual(await encodeByKafkajs(batch));
    expect(encoded.size()).toBe(encoded.buffer.length);
  });
});

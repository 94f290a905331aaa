import { gzipSync } from 'node:zlib';
import { crc32c } from '@node-rs/crc32';
import fc from 'fast-check';
import { messageDecoder } from './decode-messages.ts';
import { encodeRecordBatch, type OutgoingBatch } from './encode-record-batch.ts';
import { arbitraryBatch } from './fixtures/arbitrary-batch.ts';
import { Decoder, decodeByKafkajs, lookupCodecByAttributes } from './fixtures/unmended-kafkajs.ts';
import {
  compressionMask,
  controlFlag,
  headSize,
  logAppendTimeFlag,
  position,
} from './record-batch-layout.ts';

const decode = messageDecoder({ decodeOlderFormat: decodeByKafkajs, lookupCodecByAttributes });

const responseOf = (...batches: Buffer[]) => {
  const size = Buffer.alloc(4);
  size.writeInt32BE(Buffer.concat(batches).length);
  return Buffer.concat([size, ...batches]);
};

const expectSame = async (response: Buffer) => {
  const ours = new Decoder(response);
  const theirs = new Decoder(response);
  const decoded = await decode(ours);
  expect(decoded).toStrictEqual(await decodeByKafkajs(theirs));
  expect(ours.offset).toBe(theirs.offset);
  return decoded;
};

const batchOf = (...records: OutgoingBatch['records']): Buffer =>
  encodeRecordBatch({
    records: records.map((record, index) => ({ ...record, offsetDelta: index })),
    firstOffset: 40,
    firstTimestamp: 1_772_452_800_000,
    maxTimestamp: 1_772_452_809_000,
    lastOffsetDelta: records.length - 1,
  });

const withAttributes = (batch: Buffer, attributes: number): Buffer => {
  const changed = Buffer.from(batch);
  changed.writeInt16BE(attributes, position.attributes);
  changed.writeUInt32BE(crc32c(changed.subarray(position.attributes)), position.crc);
  return changed;
};

const gzipped = (batch: Buffer): Buffer => {
  const changed = Buffer.concat([batch.subarray(0, headSize), gzipSync(batch.subarray(headSize))]);
  changed.writeInt32BE(changed.length - position.partitionLeaderEpoch, position.length);
  return withAttributes(changed, 1 & compressionMask);
};

const two = batchOf(
  { key: 'a', value: 'x', headers: { ce_type: 'raised', trace: ['1', '2', '3'] } },
  { key: 'b', value: null, timestampDelta: 9_000 },
);

/** A message as it was written before Kafka 0.11: format 1, no checksum check on either side. */
const olderMessage = (value: string): Buffer => {
  const message = Buffer.alloc(22 + value.length);
  message.writeInt8(1, 4);
  message.writeBigInt64BE(1_772_452_800_000n, 6);
  message.writeInt32BE(-1, 14);
  message.writeInt32BE(value.length, 18);
  message.write(value, 22);
  const entry = Buffer.alloc(12);
  entry.writeBigInt64BE(7n);
  entry.writeInt32BE(message.length, 8);
  return Buffer.concat([entry, message]);
};

// kafkajs asks a plain object whether it knows a header yet, and takes what all objects have for one.
const isKnownToEveryObject = (name: string) => name in {};

describe('decode messages', () => {
  it('reads what kafkajs reads, whatever the batches', async () => {
    const batches = fc.array(
      arbitraryBatch.filter(({ records }) =>
        records.every(({ headers = {} }) => !Object.keys(headers).some(isKnownToEveryObject)),
      ),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(batches, fc.nat({ max: 200 }), async (several, cut) => {
        const bytes = several.map(encodeRecordBatch);
        await expectSame(responseOf(...bytes));
        const whole = Buffer.concat(bytes);
        const rest = whole.subarray(0, Math.max(whole.length - cut, 0));
        if (rest.length > position.magic) await expectSame(responseOf(rest));
      }),
      { seed: 2_204, numRuns: 300 },
    );
  });

  it.each([
    { of: 'nothing', batches: [], count: 0 },
    { of: 'headers given once and several times', batches: [two], count: 2 },
    { of: 'several batches', batches: [two, two, batchOf({ value: 'x' })], count: 5 },
    { of: 'an empty batch among others', batches: [two, batchOf(), two], count: 4 },
    { of: 'a batch cut off in its head', batches: [two, two.subarray(0, 40)], count: 2 },
    { of: 'a batch cut off before its last byte', batches: [two, two.subarray(0, -1)], count: 2 },
    { of: 'a gzipped batch', batches: [gzipped(two), two], count: 4 },
    { of: 'a control batch', batches: [withAttributes(two, controlFlag | 0x10)], count: 2 },
    { of: 'times of the append', batches: [withAttributes(two, logAppendTimeFlag)], count: 2 },
    { of: 'the message format before batches', batches: [olderMessage('hello')], count: 1 },
  ])('reads what kafkajs reads from $of', async ({ batches, count }) => {
    expect(await expectSame(responseOf(...batches))).toHaveLength(count);
  });

  it('reads nothing from a response that announces no messages', async () => {
    await expectSame(Buffer.from([0xff, 0xff, 0xff, 0xff]));
  });

  it('reads more records from one batch than a call may have arguments', async () => {
    const batch = encodeRecordBatch({
      records: Array(200_000).fill({}),
      firstTimestamp: 0,
      maxTimestamp: 0,
    });
    expect(await decode(new Decoder(responseOf(batch, two)))).toHaveLength(200_002);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'keeps a header named %s apart',
    async (name) => {
      const headers = Object.fromEntries([
        [name, 'x'],
        ['next', 'y'],
      ]);
      const [record] = (await decode(new Decoder(responseOf(batchOf({ headers }))))) as [
        { headers: Record<string, unknown> },
      ];
      expect(Object.entries(record.headers)).toEqual([
        [name, Buffer.from('x')],
        ['next', Buffer.from('y')],
      ]);
      expect(Object.getPrototypeOf(record.headers)).toBe(Object.prototype);
    },
  );

  it.each([
    { fault: 'a field that is longer than its batch', at: headSize + 4, byte: 0x7e },
    { fault: 'a batch shorter than its head', at: position.length + 3, byte: 1 },
  ])('refuses $fault', async ({ at, byte }) => {
    const broken = Buffer.from(batchOf({ key: 'a', value: 'x' }));
    broken[at] = byte;
    await expect(decode(new Decoder(responseOf(broken)))).rejects.toThrow(RangeError);
  });
});

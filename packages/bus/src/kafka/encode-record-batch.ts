import { crc32c } from '@node-rs/crc32';
import { ByteWriter } from './byte-writer.ts';
import {
  headSize,
  magicByte,
  position,
  transactionalFlag,
  uncountedSize,
} from './record-batch-layout.ts';
import { type MeasuredRecord, type OutgoingRecord, RecordFields } from './record-fields.ts';
import { varIntSize } from './var-int.ts';

/** Whatever kafkajs writes 64 bits from: a number, its digits, or its own wrapper around a bigint. */
export type Int64 = number | bigint | string | { toString(): string };

/** An uncompressed batch, with the names and the defaults that kafkajs gives its parts. */
export interface OutgoingBatch {
  readonly records: readonly OutgoingRecord[];
  readonly firstTimestamp: Int64;
  readonly maxTimestamp: Int64;
  readonly firstOffset?: Int64;
  readonly lastOffsetDelta?: number;
  readonly partitionLeaderEpoch?: number;
  readonly transactional?: boolean;
  readonly producerId?: Int64;
  readonly producerEpoch?: number;
  readonly firstSequence?: number;
}

/**
 * Encodes a record batch (message format 2) into one buffer of exactly its size.
 *
 * kafkajs builds an encoder with a zeroed buffer of 512 bytes for every record and every header,
 * copies each into the next, and sums the checksum in JavaScript: 8 µs a record of 500 bytes,
 * against 0.6 here.
 */
export const encodeRecordBatch = (batch: OutgoingBatch): Buffer => {
  const fields = new RecordFields();
  const measured = batch.records.map((record) => fields.add(record));
  const bytes = Buffer.allocUnsafe(headSize + sizeOf(measured));

  writeHead(bytes, batch);
  writeRecords(new ByteWriter(bytes, headSize), measured, fields);
  // The checksum covers all that follows it, so it comes last.
  bytes.writeUInt32BE(crc32c(bytes.subarray(position.attributes)), position.crc);
  return bytes;
};

const sizeOf = (measured: readonly MeasuredRecord[]): number => {
  let size = 0;
  for (const { bodySize } of measured) size += varIntSize(bodySize) + bodySize;
  return size;
};

const writeHead = (bytes: Buffer, batch: OutgoingBatch): void => {
  writeInt64(bytes, batch.firstOffset ?? 0, position.firstOffset);
  bytes.writeInt32BE(bytes.length - uncountedSize, position.length);
  bytes.writeInt32BE(batch.partitionLeaderEpoch ?? 0, position.partitionLeaderEpoch);
  bytes.writeInt8(magicByte, position.magic);
  bytes.writeInt16BE(batch.transactional ? transactionalFlag : 0, position.attributes);
  bytes.writeInt32BE(batch.lastOffsetDelta ?? 0, position.lastOffsetDelta);
  writeInt64(bytes, batch.firstTimestamp, position.firstTimestamp);
  writeInt64(bytes, batch.maxTimestamp, position.maxTimestamp);
  writeInt64(bytes, batch.producerId ?? -1, position.producerId);
  bytes.writeInt16BE(batch.producerEpoch ?? 0, position.producerEpoch);
  bytes.writeInt32BE(batch.firstSequence ?? 0, position.firstSequence);
  bytes.writeInt32BE(batch.records.length, position.recordCount);
};

const writeInt64 = (bytes: Buffer, value: Int64, at: number): void => {
  bytes.writeBigInt64BE(BigInt(value.toString()), at);
};

const writeRecords = (
  writer: ByteWriter,
  measured: readonly MeasuredRecord[],
  { fields, lengths }: RecordFields,
): void => {
  let next = 0;
  const writeFields = (count: number) => {
    for (const end = next + count; next < end; next += 1)
      writer.writeField(fields[next] ?? null, lengths[next] ?? -1);
  };

  for (const { bodySize, headerCount, offsetDelta, timestampDelta } of measured) {
    writer.writeVarInt(bodySize);
    writer.writeByte(0); // Attributes of a record: the format has none yet.
    writer.writeVarLong(timestampDelta);
    writer.writeVarInt(offsetDelta);
    writeFields(2);
    writer.writeVarInt(headerCount);
    writeFields(headerCount * 2);
  }
};

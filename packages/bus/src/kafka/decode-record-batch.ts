import { ByteReader } from './byte-reader.ts';
import { decodeHeaders, type FetchedHeaders } from './decode-headers.ts';
import {
  controlFlag,
  headSize,
  logAppendTimeFlag,
  magicByte,
  position,
  transactionalFlag,
} from './record-batch-layout.ts';

/** What a batch says of all its records, under kafkajs's names: its consumer reads them. */
export interface BatchContext {
  readonly firstOffset: string;
  readonly firstTimestamp: string;
  readonly partitionLeaderEpoch: number;
  readonly inTransaction: boolean;
  readonly isControlBatch: boolean;
  readonly lastOffsetDelta: number;
  readonly producerId: string;
  readonly producerEpoch: number;
  readonly firstSequence: number;
  readonly maxTimestamp: string;
  /** 0 for the time that the producer set, 1 for the time of the append. */
  readonly timestampType: 0 | 1;
  readonly magicByte: number;
}

export interface FetchedRecord {
  readonly magicByte: number;
  readonly attributes: number;
  readonly timestamp: string;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: FetchedHeaders;
  readonly isControlRecord: boolean;
  readonly batchContext: BatchContext;
}

export const decodeBatchContext = (batch: Buffer): BatchContext => {
  const attributes = batch.readInt16BE(position.attributes);
  return {
    firstOffset: batch.readBigInt64BE(position.firstOffset).toString(),
    firstTimestamp: batch.readBigInt64BE(position.firstTimestamp).toString(),
    partitionLeaderEpoch: batch.readInt32BE(position.partitionLeaderEpoch),
    inTransaction: (attributes & transactionalFlag) !== 0,
    isControlBatch: (attributes & controlFlag) !== 0,
    lastOffsetDelta: batch.readInt32BE(position.lastOffsetDelta),
    producerId: batch.readBigInt64BE(position.producerId).toString(),
    producerEpoch: batch.readInt16BE(position.producerEpoch),
    firstSequence: batch.readInt32BE(position.firstSequence),
    maxTimestamp: batch.readBigInt64BE(position.maxTimestamp).toString(),
    timestampType: (attributes & logAppendTimeFlag) !== 0 ? 1 : 0,
    magicByte,
  };
};

/** The records of an uncompressed batch. */
export const recordsOf = (batch: Buffer): Buffer => batch.subarray(headSize);

/**
 * Decodes the records that a batch holds, in one pass over their bytes.
 *
 * kafkajs makes a decoder per record, a bigint per byte of every timestamp and a new object per
 * header, which takes twice as long.
 */
export const decodeRecords = (
  records: Buffer,
  count: number,
  batchContext: BatchContext,
): FetchedRecord[] => {
  const reader = new ByteReader(records, 0);
  const offsetAt = adder(batchContext.firstOffset);
  const timestampAt = timestamps(batchContext);
  const headerNames: string[] = [];

  return Array.from({ length: Math.max(count, 0) }, () => {
    const end = reader.readVarInt() + reader.at;
    const record = {
      magicByte,
      attributes: signedByte(reader.readByte()),
      timestamp: timestampAt(reader.readVarLong()),
      offset: offsetAt(reader.readVarInt()),
      key: reader.readBytes(),
      value: reader.readBytes(),
      headers: decodeHeaders(reader, headerNames),
      isControlRecord: batchContext.isControlBatch,
      batchContext,
    };
    // A later format may append to a record; what this one does not know is skipped.
    reader.at = end;
    return record;
  });
};

const signedByte = (byte: number): number => (byte << 24) >> 24;

const timestamps = (batch: BatchContext): ((delta: number | bigint) => string) =>
  batch.timestampType === 1 ? () => batch.maxTimestamp : adder(batch.firstTimestamp);

/** Adds deltas to a first value of 64 bits; in plain numbers wherever those are exact. */
const adder = (first: string): ((delta: number | bigint) => string) => {
  const exact = BigInt(first);
  const near = Number(first);
  const nearIsExact = Math.abs(near) < 2 ** 52;

  return (delta) =>
    nearIsExact && typeof delta === 'number' ? String(near + delta) : String(exact + BigInt(delta));
};

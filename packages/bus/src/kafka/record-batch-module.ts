import { encodeRecordBatch, type OutgoingBatch } from './encode-record-batch.ts';

/** The part of kafkajs's encoder that whoever holds a finished one reads from it. */
export interface EncodedBatch {
  readonly buf: Buffer;
  readonly buffer: Buffer;
  size(): number;
}

type EncodeBatch = (
  batch: Omit<OutgoingBatch, 'records'> & {
    readonly records: readonly unknown[];
    readonly compression?: number;
  },
) => Promise<EncodedBatch>;

export interface KafkajsRecordBatch {
  readonly RecordBatch: EncodeBatch;
  readonly MAGIC_BYTE: number;
}

/** kafkajs's `RecordBatch` for records that come unencoded. It leaves compressed batches to kafkajs. */
export const recordBatchEncoder =
  (original: EncodeBatch, encodeRecord: (record: unknown) => unknown): EncodeBatch =>
  async (batch) => {
    if (batch.compression) return original({ ...batch, records: batch.records.map(encodeRecord) });
    const bytes = encodeRecordBatch(batch as OutgoingBatch);
    return { buf: bytes, buffer: bytes, size: () => bytes.length };
  };

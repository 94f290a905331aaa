import {
  decodeBatchContext,
  decodeRecords,
  type FetchedRecord,
  recordsOf,
} from './decode-record-batch.ts';
import { headSize, magicByte, position, uncountedSize } from './record-batch-layout.ts';

/** The reader that kafkajs has on a fetch response. */
export interface ResponseReader {
  offset: number;
  readInt32(): number;
  canReadBytes(length: number): boolean;
  readBytes(length: number): Buffer | null;
}

export interface Codec {
  decompress(bytes: Buffer): Promise<Buffer>;
}

export type DecodeMessages<Decoded = unknown> = (response: ResponseReader) => Promise<Decoded[]>;

export interface OriginalDecoding {
  /** kafkajs's own, for the message formats before record batches. */
  readonly decodeOlderFormat: DecodeMessages;
  /** The codec that a batch's attributes name; null is no compression. */
  readonly lookupCodecByAttributes: (attributes: number) => Codec | null;
}

/** Decodes the messages of one partition in a fetch response, as kafkajs's function of that name. */
export const messageDecoder =
  ({ decodeOlderFormat, lookupCodecByAttributes }: OriginalDecoding): DecodeMessages =>
  async (response) => {
    const start = response.offset;
    const size = response.readInt32();
    if (size <= 0 || !response.canReadBytes(size)) return [];

    const batches = response.readBytes(size) ?? Buffer.alloc(0);
    if (batches.length > position.magic && batches[position.magic] !== magicByte) {
      response.offset = start;
      return decodeOlderFormat(response);
    }
    return decodeBatches(batches, lookupCodecByAttributes);
  };

const decodeBatches = async (
  batches: Buffer,
  lookupCodec: OriginalDecoding['lookupCodecByAttributes'],
): Promise<FetchedRecord[]> => {
  const decoded: FetchedRecord[][] = [];
  for (let at = 0; at + headSize <= batches.length; ) {
    const end = at + uncountedSize + batches.readInt32BE(at + position.length);
    if (end < at + headSize) throw new RangeError('A Kafka record batch is shorter than its head');
    // A fetch is cut off at its maximum size; the rest of this batch comes with the next one.
    if (end > batches.length) break;
    decoded.push(await decodeBatch(batches.subarray(at, end), lookupCodec));
    at = end;
  }
  // Not spread into one call: a batch may hold more records than a call may have arguments.
  return decoded.length === 1 && decoded[0] ? decoded[0] : decoded.flat();
};

const decodeBatch = async (
  batch: Buffer,
  lookupCodec: OriginalDecoding['lookupCodecByAttributes'],
): Promise<FetchedRecord[]> => {
  const count = batch.readInt32BE(position.recordCount);
  if (count <= 0) return [];

  const codec = lookupCodec(batch.readInt16BE(position.attributes));
  const records = codec ? await codec.decompress(recordsOf(batch)) : recordsOf(batch);
  return decodeRecords(records, count, decodeBatchContext(batch));
};

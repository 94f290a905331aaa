/** Where the parts of a record batch lie: https://kafka.apache.org/documentation/#recordbatch. */
export const position = {
  firstOffset: 0,
  length: 8,
  partitionLeaderEpoch: 12,
  magic: 16,
  crc: 17,
  attributes: 21,
  lastOffsetDelta: 23,
  firstTimestamp: 27,
  maxTimestamp: 35,
  producerId: 43,
  producerEpoch: 51,
  firstSequence: 53,
  recordCount: 57,
} as const;

/** Everything before the first record. */
export const headSize = 61;

/** The first offset and the length itself, which a batch's length does not count. */
export const uncountedSize = 12;

/** The message format written since Kafka 0.11, the only one that Kafka 4 knows. */
export const magicByte = 2;

export const compressionMask = 0x07;
export const logAppendTimeFlag = 0x08;
export const transactionalFlag = 0x10;
export const controlFlag = 0x20;

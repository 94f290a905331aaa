import type { ICustomPartitioner } from 'kafkajs-mended';
import { kafkajs } from './mended-kafkajs.ts';

const seed = 0x9747b28c;
const multiplier = 0x5bd1e995;

/**
 * The hash of a key by which every client of Kafka finds its partition: murmur2. kafkajs computes it in objects
 * of 64 bits, eight of them for four bytes; only the lower 32 bits ever count, which is what numbers can do.
 */
export const murmur2 = (bytes: Uint8Array): number => {
  const { length } = bytes;
  const at = (index: number): number => bytes[index] ?? 0;
  let hash = seed ^ length;
  const tail = length & ~3;
  for (let index = 0; index < tail; index += 4) {
    let four = at(index) | (at(index + 1) << 8) | (at(index + 2) << 16) | (at(index + 3) << 24);
    four = Math.imul(four, multiplier);
    four = Math.imul(four ^ (four >>> 24), multiplier);
    hash = Math.imul(hash, multiplier) ^ four;
  }
  if (tail < length) {
    hash ^= at(tail) | (at(tail + 1) << 8) | (at(tail + 2) << 16);
    hash = Math.imul(hash, multiplier);
  }
  hash = Math.imul(hash ^ (hash >>> 13), multiplier);
  return hash ^ (hash >>> 15);
};

const encoder = new TextEncoder();
/** Most keys are ids: their bytes are put here instead of into a buffer of their own. */
const scratch = new Uint8Array(512);

const hashOf = (key: string | Uint8Array): number => {
  if (typeof key !== 'string') return murmur2(key);
  const { read, written } = encoder.encodeInto(key, scratch);
  return murmur2(read === key.length ? scratch.subarray(0, written) : encoder.encode(key));
};

/** The partitions that the Java client would choose, as kafkajs's own partitioner does. */
export const partitioner: ICustomPartitioner = () => {
  const withoutKey = kafkajs.Partitioners.DefaultPartitioner();
  return (choice) => {
    const { message, partitionMetadata } = choice;
    const { key, partition } = message;
    if (key === null || key === undefined || typeof partition === 'number')
      return withoutKey(choice);
    return (hashOf(key) & 0x7fffffff) % partitionMetadata.length;
  };
};

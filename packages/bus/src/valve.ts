import type { Consumer as KafkaConsumer } from 'kafkajs-mended';
import type { Log } from './processing.ts';

export interface Queue {
  readonly length: number;
  readonly bytes: number;
}

const queueMax = 8_000;
const queueBytesMax = 16 * 1024 * 1024;

const isLong = ({ length, bytes }: Queue): boolean => length > queueMax || bytes > queueBytesMax;
const isShort = ({ length, bytes }: Queue): boolean =>
  length <= queueMax / 2 && bytes <= queueBytesMax / 2;

/** Stops fetching a partition while too much is queued, and fetches again when the queue has become short. */
export const valve = (
  consumer: Pick<KafkaConsumer, 'pause' | 'resume'>,
  queue: () => Queue,
  log: Log,
) => {
  let paused: { topic: string; partitions: number[] }[] = [];

  const open = () => {
    const closed = paused;
    paused = [];
    if (closed.length === 0) return;
    try {
      consumer.resume(closed);
    } catch (error) {
      // Between a crash and its restart there is nothing to resume, and after it nothing is paused.
      log('debug', 'Partitions could not be resumed', { error });
    }
  };

  return {
    closeIfLong: (topic: string, partition: number): void => {
      if (!isLong(queue())) return;
      consumer.pause([{ topic, partitions: [partition] }]);
      paused.push({ topic, partitions: [partition] });
    },
    openIfShort: (): void => {
      if (isShort(queue())) open();
    },
    /** kafkajs keeps what is paused over a rebalance, whoever has the partitions then. */
    open,
  };
};

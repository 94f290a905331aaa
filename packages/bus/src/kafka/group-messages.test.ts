import fc from 'fast-check';
import type { PartitionerArgs, PartitionMetadata } from 'kafkajs-mended';
import { groupByKafkajs } from './fixtures/unmended-kafkajs.ts';
import { groupMessagesPerPartition } from './group-messages.ts';

const metadata = (partitions: number) =>
  Array.from({ length: partitions }, (_, partitionId) => ({ partitionId })) as PartitionMetadata[];

const byValue = ({ message, partitionMetadata }: PartitionerArgs) =>
  Number(message.value) % partitionMetadata.length;

describe('group messages', () => {
  it('groups as kafkajs groups, whatever the messages', () => {
    const messages = fc.array(fc.nat().map((number) => ({ value: String(number) })));
    fc.assert(
      fc.property(messages, fc.nat({ max: 12 }), (given, partitions) => {
        const ungrouped = {
          topic: 'account',
          partitionMetadata: metadata(partitions),
          messages: given,
          partitioner: byValue,
        };
        expect(groupMessagesPerPartition(ungrouped)).toStrictEqual(groupByKafkajs(ungrouped));
      }),
      { seed: 2_204 },
    );
  });

  it('asks the partitioner once for each message, in order', () => {
    const asked: unknown[] = [];
    const messages = Array.from({ length: 20_000 }, (_, index) => ({ value: String(index) }));
    const groups = groupMessagesPerPartition({
      topic: 'account',
      partitionMetadata: metadata(3),
      messages,
      partitioner: ({ message }) => {
        asked.push(message);
        return 2;
      },
    });
    expect(asked).toEqual(messages);
    expect(groups).toEqual({ 2: messages });
  });
});

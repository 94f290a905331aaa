import { createRequire } from 'node:module';
import { groupMessagesPerPartition } from './group-messages.ts';
import { kafkajs } from './mended-kafkajs.ts';

const require = createRequire(import.meta.url);

interface Request {
  encode(): Promise<{ buffer: Buffer }>;
}

const produceRequest = require('kafkajs-mended/src/protocol/requests/produce/v7/request.js') as (
  request: object,
) => Request;
const fetchResponse = require('kafkajs-mended/src/protocol/requests/fetch/v11/response.js') as {
  decode(response: Buffer): Promise<{
    responses: { partitions: { messages: { headers: Record<string, unknown> }[] }[] }[];
  }>;
};

const produce = async (headers: object): Promise<Buffer> => {
  const topicData = [{ topic: 't', partitions: [{ partition: 0, messages: [{ headers }] }] }];
  const request = produceRequest({ acks: -1, timeout: 1_000, compression: 0, topicData });
  return (await request.encode()).buffer;
};

describe('mended kafkajs', () => {
  it('is kafkajs', () => {
    expect(kafkajs.CompressionTypes.GZIP).toBe(1);
  });

  it('groups by our function', () => {
    const path = 'kafkajs-mended/src/producer/groupMessagesPerPartition.js';
    expect(require(path)).toBe(groupMessagesPerPartition);
  });

  it('encodes by our function, which knows headers without a value', async () => {
    expect((await produce({ absent: null })).includes('absent')).toBe(true);
  });

  it('decodes by our function, which keeps a header named like a method', async () => {
    const request = await produce({ toString: 'x' });
    const records = request.subarray(request.indexOf('t') + 9);
    const head = Buffer.alloc(14);
    head.writeInt32BE(1, 10);
    const partition = Buffer.alloc(38);
    partition.writeInt32BE(-1, 30);
    const topic = Buffer.from([0, 1, 116, 0, 0, 0, 1]);

    const { responses } = await fetchResponse.decode(
      Buffer.concat([head, topic, partition, records]),
    );
    const [message] = responses[0]?.partitions[0]?.messages ?? [];
    expect(Object.entries(message?.headers ?? {})).toEqual([['toString', Buffer.from('x')]]);
  });

  it('schedules by our function, which sets no timer for an empty queue', () => {
    const Queue = require('kafkajs-mended/src/network/requestQueue') as new (
      options: object,
    ) => { scheduleCheckPendingRequests(): void; throttleCheckTimeoutId: unknown };
    const queue = new Queue({});
    queue.scheduleCheckPendingRequests();
    expect(queue.throttleCheckTimeoutId).toBeNull();
  });
});

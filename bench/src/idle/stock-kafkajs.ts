import { createRequire } from 'node:module';

/** What the bus asks of its mended kafkajs, from the stock one; by `require`, so that instrumentations see it. */
export const kafkajs = createRequire(import.meta.url)('kafkajs');

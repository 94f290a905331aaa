import { createRequire } from 'node:module';
import type * as Kafkajs from 'kafkajs-mended';
import { type DecodeMessages, messageDecoder, type OriginalDecoding } from './decode-messages.ts';
import { type FetchingMember, fetchWait } from './fetch-wait.ts';
import { groupMessagesPerPartition } from './group-messages.ts';
import { type BeatingMember, forgetFutureBeat } from './heartbeat-clock.ts';
import { assertMendable } from './mendable.ts';
import { type RequestQueue, scheduleCheckPendingRequests } from './pending-check.ts';
import { type KafkajsRecordBatch, recordBatchEncoder } from './record-batch-module.ts';
import {
  type FetchAnswer,
  type FetchingBroker,
  type FetchRequest,
  sharedFetches,
} from './shared-fetches.ts';

export type * from 'kafkajs-mended';

const require = createRequire(import.meta.url);

/** Puts another value in the place of what a module of kafkajs exports, for all who load it later. */
const replaceExports = <Exports>(path: string, replace: (original: Exports) => Exports): void => {
  const id = require.resolve(`kafkajs-mended/src/${path}`);
  const original = require(id) as Exports;
  const loaded = require.cache[id];
  if (!loaded) throw new Error(`${id} was loaded past the module cache, so it cannot be replaced`);
  loaded.exports = replace(original);
};

const fixGrouping = () =>
  replaceExports('producer/groupMessagesPerPartition.js', () => groupMessagesPerPartition);

const fixIdleTimer = () => {
  const { prototype } = require('kafkajs-mended/src/network/requestQueue/index.js') as {
    prototype: RequestQueue & { scheduleCheckPendingRequests(): void };
  };
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    scheduleCheckPendingRequests(this);
  };
};

interface Member extends FetchingMember, BeatingMember {
  fetch(nodeId: string): Promise<unknown>;
  heartbeat(options: { readonly interval: number }): Promise<void>;
}

const fixMember = () => {
  const { prototype } = require('kafkajs-mended/src/consumer/consumerGroup.js') as {
    prototype: Member;
  };
  const { fetch, heartbeat } = prototype;
  const waitOf = fetchWait();
  prototype.fetch = function (this: Member, nodeId) {
    this.maxWaitTime = waitOf(this);
    return fetch.call(this, nodeId);
  };
  prototype.heartbeat = function (this: Member, options) {
    forgetFutureBeat(this, Date.now());
    return heartbeat.call(this, options);
  };
};

interface Broker extends FetchingBroker {
  fetch(request: FetchRequest): Promise<FetchAnswer>;
}

const fixFetch = () => {
  const { prototype } = require('kafkajs-mended/src/broker/index.js') as { prototype: Broker };
  const { fetch } = prototype;
  const shared = sharedFetches((broker: Broker, request) => fetch.call(broker, request));
  prototype.fetch = function (this: Broker, request) {
    return shared(this, request);
  };
};

const fixEncoder = () => {
  const encodeRecord = require('kafkajs-mended/src/protocol/recordBatch/record/v0/index.js');
  replaceExports<KafkajsRecordBatch>('protocol/recordBatch/v0/index.js', (original) => ({
    ...original,
    RecordBatch: recordBatchEncoder(original.RecordBatch, encodeRecord),
  }));
  // Records reach the batch as they are, to be encoded there all at once.
  replaceExports('protocol/recordBatch/record/v0/index.js', () => (record: unknown) => record);
};

const fixDecoder = () => {
  const { lookupCodecByAttributes } =
    require('kafkajs-mended/src/protocol/message/compression') as Pick<
      OriginalDecoding,
      'lookupCodecByAttributes'
    >;
  replaceExports<DecodeMessages>('protocol/requests/fetch/v4/decodeMessages.js', (original) =>
    messageDecoder({ decodeOlderFormat: original, lookupCodecByAttributes }),
  );
};

const load = (): typeof Kafkajs => {
  assertMendable({
    version: (require('kafkajs-mended/package.json') as { version: string }).version,
    alreadyLoaded: require.cache[require.resolve('kafkajs-mended')] !== undefined,
  });
  fixGrouping();
  fixIdleTimer();
  fixMember();
  fixFetch();
  fixEncoder();
  fixDecoder();
  return require('kafkajs-mended') as typeof Kafkajs;
};

/**
 * kafkajs with its faults mended.
 *
 * It is installed a second time under a name of its own: whatever loads plain kafkajs, a tool of
 * the tests or an instrumentation, can then neither come before the fixes nor meet them.
 */
export const kafkajs = load();

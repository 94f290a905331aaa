import { mongo } from 'mongoose';

/** Names of errors that say that the server is away. */
const names = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoTopologyClosedError',
  'MongoOperationTimeoutError',
  'PoolClearedOnNetworkError',
]);

const labels = [
  'TransientTransactionError',
  'RetryableWriteError',
  'UnknownTransactionCommitResult',
];

/** Codes of a server that is starting, stopping, or handing over to another. */
const codes = new Set([
  6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13388, 13435, 13436,
]);

const saysSo = (error: Error): boolean =>
  names.has(error.name) ||
  (error instanceof mongo.MongoError && labels.some((label) => error.hasErrorLabel(label))) ||
  (error instanceof mongo.MongoServerError && codes.has(Number(error.code)));

/** Whether MongoDB is away, and nothing is wrong with the work: waiting helps, and nothing else does. */
export const isOutage = (error: unknown): boolean =>
  error instanceof Error && (saysSo(error) || isOutage(error.cause));

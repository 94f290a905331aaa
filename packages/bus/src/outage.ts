/** Errors that say that a server is away, not that the work is wrong: waiting helps, and nothing else does. */
const outages = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoTopologyClosedError',
  'PoolClearedOnNetworkError',
]);

const retryableLabels = [
  'TransientTransactionError',
  'RetryableWriteError',
  'UnknownTransactionCommitResult',
];

const hasRetryableLabel = (error: Error): boolean =>
  'hasErrorLabel' in error &&
  typeof error.hasErrorLabel === 'function' &&
  retryableLabels.some((label) => (error.hasErrorLabel as (name: string) => boolean)(label));

export const isOutage = (error: unknown): boolean =>
  error instanceof Error && (outages.has(error.name) || hasRetryableLabel(error));

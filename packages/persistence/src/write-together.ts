import type {
  AnyBulkWriteOperation,
  BulkWriteResult,
  ClientSession,
  Collection,
  Document,
} from 'mongodb';

const kinds = ['insertOne', 'replaceOne', 'updateOne', 'deleteOne'] as const;

const rankOf = (write: object): number => kinds.findIndex((kind) => kind in write);

/**
 * Writes rows of one collection in a transaction, each at most once, in one command for each kind of write.
 *
 * The first write that fails ends the transaction, so it has to be the last one that is tried. An unordered
 * bulk would go on to its next command, which finds the transaction gone, and the driver would tell of that
 * and not of the failure: as something that passes, which `withTransaction` tries again for two minutes.
 */
export const writeTogether = <Row extends Document>(
  collection: Collection<Row>,
  writes: readonly AnyBulkWriteOperation<Row>[],
  session: ClientSession,
): Promise<BulkWriteResult> =>
  collection.bulkWrite(
    [...writes].sort((one, other) => rankOf(one) - rankOf(other)),
    { session },
  );

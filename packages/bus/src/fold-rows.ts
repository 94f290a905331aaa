import { writeTogether } from '@steward/persistence';
import type { AnyBulkWriteOperation, ClientSession, Collection, Document } from 'mongodb';

export type Row = Document;
export type Rows = ReadonlyMap<string, Row | undefined>;

/** Frozen, so that a fold that changes a row in place is found out, where its change would be lost. */
const frozen = ({ _id, ...row }: Row): readonly [string, Row] => [String(_id), Object.freeze(row)];

export const loadRows = async (
  collection: Collection<Row>,
  keys: Iterable<string>,
  session: ClientSession,
): Promise<Rows> => {
  const filter = { _id: { $in: [...new Set(keys)] } } as never;
  const found = await collection.find(filter, { session }).toArray();
  return new Map(found.map(frozen));
};

/**
 * A row that is new is inserted: cheaper than an upsert, and where somebody else inserts it meanwhile the
 * batch begins again, as it does where a stream was moved.
 */
const operationOf = (_id: string, isNew: boolean, row: Row | undefined) => {
  if (row === undefined) return { deleteOne: { filter: { _id } } };
  if (isNew) return { insertOne: { document: { _id, ...row } } };
  return { replaceOne: { filter: { _id }, replacement: row, upsert: true } };
};

/** Writes the rows that are others than before. */
export const saveRows = async (
  collection: Collection<Row>,
  before: Rows,
  after: Rows,
  session: ClientSession,
): Promise<void> => {
  const changed = [...after]
    .filter(([key, row]) => row !== before.get(key))
    .map(([key, row]) => operationOf(key, before.get(key) === undefined, row));
  if (changed.length === 0) return;
  await writeTogether(collection, changed as AnyBulkWriteOperation<Row>[], session);
};

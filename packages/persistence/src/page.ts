import { Refusal } from '@steward/domain';
import type { Collection, Document, Filter, Sort, WithId } from 'mongodb';

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** `next` is absent on the last page. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next?: string;
}

/** Opaque on purpose: what is inside may change, and callers only hand it back. */
export const encodeCursor = (key: string | number): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

export const decodeCursor = (cursor: string): string | number => {
  const refusal = new Refusal('invalid', 'malformed-cursor', 'The cursor is not one that we gave');
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (typeof key === 'string' || typeof key === 'number') return key;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw refusal;
};

/** One page by key: no counting, no skipping, and nothing is missed while rows come and go. */
export const pageAfter = async <Row extends Document>(
  collection: Collection<Row>,
  filter: Document,
  key: string,
  { limit, cursor }: PageRequest,
  direction: 1 | -1 = 1,
): Promise<Page<WithId<Row>>> => {
  const beyond = direction === 1 ? '$gt' : '$lt';
  const after = cursor === undefined ? {} : { [key]: { [beyond]: decodeCursor(cursor) } };
  const rows = await collection
    .find({ $and: [filter, after] } as Filter<Row>)
    .sort({ [key]: direction } as Sort)
    .limit(limit + 1)
    .toArray();
  if (rows.length <= limit) return { items: rows };
  const items = rows.slice(0, limit);
  return { items, next: encodeCursor(items.at(-1)?.[key]) };
};

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

type Key = string | number;

const isKey = (value: unknown): value is Key =>
  typeof value === 'string' || typeof value === 'number';

/** Opaque on purpose: what is inside may change, and callers only hand it back. */
export const encodeCursor = (key: Key | readonly Key[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

const decoded = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
};

const malformed = () =>
  new Refusal('invalid', 'malformed-cursor', 'The cursor is not one that we gave');

export const decodeCursor = (cursor: string): Key => {
  const key = decoded(cursor);
  if (!isKey(key)) throw malformed();
  return key;
};

/** Where a page ended: the value that it is ordered by, and the key that tells equal values apart. */
const decodePlace = (cursor: string): readonly [Key, Key] => {
  const place = decoded(cursor);
  const [value, key, ...others]: unknown[] = Array.isArray(place) ? place : [];
  if (!isKey(value) || !isKey(key) || others.length > 0) throw malformed();
  return [value, key];
};

interface Order {
  readonly by: string;
  readonly direction: 1 | -1;
  /** Whether no two rows of the list have the same value there, so that it alone is the place. */
  readonly isUnique: boolean;
}

const beyond = ({ by, direction, isUnique }: Order, cursor: string): Document => {
  const after = direction === 1 ? '$gt' : '$lt';
  if (isUnique) return { [by]: { [after]: decodeCursor(cursor) } };
  const [value, key] = decodePlace(cursor);
  const notBefore = { [by]: { [`${after}e`]: value } };
  return { ...notBefore, $or: [{ [by]: { [after]: value } }, { _id: { [after]: key } }] };
};

/** One page by key: no counting, no skipping, and nothing is missed while rows come and go. */
export const pageAfter = async <Row extends Document>(
  collection: Collection<Row>,
  filter: Document,
  order: Order,
  { limit, cursor }: PageRequest,
): Promise<Page<WithId<Row>>> => {
  const { by, direction, isUnique } = order;
  const after = cursor === undefined ? {} : beyond(order, cursor);
  const sort = isUnique ? { [by]: direction } : { [by]: direction, _id: direction };
  const rows = await collection
    .find({ $and: [filter, after] } as Filter<Row>)
    .sort(sort as Sort)
    .limit(limit + 1)
    .toArray();
  if (rows.length <= limit) return { items: rows };
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: encodeCursor(isUnique ? last?.[by] : [last?.[by], last?._id]) };
};

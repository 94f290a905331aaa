import type { Collection, Db, Document, Filter } from 'mongodb';
import { type Page, type PageRequest, pageAfter } from './page.ts';

/** A row of a read model with its key. */
export type ViewRow<Row> = Row & { readonly _id: string };

/** A read model as its readers see it. */
export interface View<Row extends object> {
  get(key: string): Promise<ViewRow<Row> | undefined>;
  /** Pages by a field that every row has, the key where none is named; the key tells equal values apart. */
  list(
    filter: Filter<ViewRow<Row>>,
    request: PageRequest,
    order?: { readonly by: string; readonly direction: 1 | -1 },
  ): Promise<Page<ViewRow<Row>>>;
  aggregate<Result extends Document>(pipeline: Document[]): Promise<Result[]>;
  count(filter: Filter<ViewRow<Row>>): Promise<number>;
}

/** The collection of a read model; a rebuilt one is swapped in under the same name. */
export const viewCollectionName = (name: string): string => `view.${name}`;

export const view = <Row extends object>(db: Db, name: string): View<Row> => {
  const collection: Collection<ViewRow<Row>> = db.collection(viewCollectionName(name));
  return {
    get: async (key) =>
      ((await collection.findOne({ _id: key } as Filter<ViewRow<Row>>)) as ViewRow<Row> | null) ??
      undefined,
    list: async (filter, request, order = { by: '_id', direction: 1 }) => {
      const isUnique = order.by === '_id';
      const page = await pageAfter(collection, filter, { ...order, isUnique }, request);
      return { ...page, items: page.items as unknown as ViewRow<Row>[] };
    },
    aggregate: (pipeline) => collection.aggregate<never>(pipeline).toArray(),
    count: (filter) => collection.countDocuments(filter),
  };
};

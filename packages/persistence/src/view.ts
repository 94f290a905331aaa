import type { Collection, Db, Document, Filter } from 'mongodb';
import { type Generations, viewCollectionName } from './generations.ts';
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

/** Reads a read model from the generation that serves at the time of each question. */
export const view = <Row extends object>(
  db: Db,
  name: string,
  generations: Pick<Generations, 'serving'>,
): View<Row> => {
  const serving = (): Collection<ViewRow<Row>> =>
    db.collection(viewCollectionName(name, generations.serving(name)));
  return {
    get: async (key) =>
      ((await serving().findOne({ _id: key } as Filter<ViewRow<Row>>)) as ViewRow<Row> | null) ??
      undefined,
    list: async (filter, request, order = { by: '_id', direction: 1 }) => {
      const isUnique = order.by === '_id';
      const page = await pageAfter(serving(), filter, { ...order, isUnique }, request);
      return { ...page, items: page.items as unknown as ViewRow<Row>[] };
    },
    aggregate: (pipeline) => serving().aggregate<never>(pipeline).toArray(),
    count: (filter) => serving().countDocuments(filter),
  };
};

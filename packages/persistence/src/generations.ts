import type { Collection, Db } from 'mongodb';

/** Which generations there are of one read model. No row: only the first, and it serves. */
export interface ReadModelRow {
  readonly _id: string;
  /** The generation that readers get. */
  readonly serving: number;
  /** The generation that is being built beside it. */
  readonly building?: number;
  /** The generation that served before, kept to go back to. */
  readonly previous?: number;
  /** The highest number that was ever given; none is given twice. */
  readonly last: number;
  /** Generations whose rows and guards are being deleted. */
  readonly dropping?: readonly number[];
  readonly servingSince?: Date;
}

const first = 1;

/** The collection of one generation; the first has the plain name. */
export const viewCollectionName = (name: string, generation = first): string =>
  generation === first ? `view.${name}` : `view.${name}.${generation}`;

/** The generations of the read models of one service. */
export interface Generations {
  /** The generation that readers get, as last heard. */
  serving(name: string): number;
  /** Hears which generations serve now; until then the first ones do. */
  refresh(): Promise<void>;
  /** As it stands in the database. */
  read(name: string): Promise<ReadModelRow>;
  /** Begins a generation, or answers the one that is being built already, whoever began it. */
  begin(name: string): Promise<number>;
  /** Gives up the generation that is being built, and marks it for deletion. */
  abandon(name: string): Promise<void>;
  /**
   * Lets readers have from now on what was being built, or what they had before; false where the generation
   * is neither any more.
   */
  serve(name: string, generation: number, was: 'building' | 'previous'): Promise<boolean>;
  /** Marks the generation that served before for deletion; nobody can go back to it any more. */
  forgetPrevious(name: string): Promise<void>;
  /** A generation that was marked is deleted. */
  dropped(name: string, generation: number): Promise<void>;
}

const onlyFirst = (name: string): ReadModelRow => ({ _id: name, serving: first, last: first });

export const generations = (db: Db): Generations => {
  const rows: Collection<ReadModelRow> = db.collection('readmodels');
  let heard = new Map<string, number>();

  /** The row of a read model that was never rebuilt is made by whoever rebuilds it first. */
  const lay = async (name: string) => {
    const { _id, ...row } = onlyFirst(name);
    await rows.updateOne({ _id }, { $setOnInsert: row }, { upsert: true });
  };

  const read = async (name: string) => (await rows.findOne({ _id: name })) ?? onlyFirst(name);

  const mark = async (name: string, role: 'building' | 'previous') => {
    const marked = { $setUnion: [{ $ifNull: ['$dropping', []] }, [`$${role}`]] };
    await rows.updateOne({ _id: name, [role]: { $exists: true } }, [
      { $set: { dropping: marked } },
      { $unset: role },
    ]);
  };

  return {
    read,
    serving: (name) => heard.get(name) ?? first,
    refresh: async () => {
      const found = await rows
        .find({}, { projection: { serving: 1 }, readConcern: { level: 'majority' } })
        .toArray();
      heard = new Map(found.map(({ _id, serving }) => [_id, serving]));
    },
    begin: async (name) => {
      await lay(name);
      const next = { $add: ['$last', 1] };
      await rows.updateOne({ _id: name, building: { $exists: false } }, [
        { $set: { building: next, last: next } },
      ]);
      const { building } = await read(name);
      if (building === undefined) throw new Error(`${name} was built by another at this moment`);
      return building;
    },
    abandon: (name) => mark(name, 'building'),
    // One write, so that whenever the process ends there is one generation that serves.
    serve: async (name, generation, was) => {
      const served = { previous: '$serving', serving: generation, servingSince: '$$NOW' };
      const switched = await rows.updateOne(
        { _id: name, [was]: generation },
        [{ $set: was === 'building' ? { ...served, building: '$$REMOVE' } : served }],
        { writeConcern: { w: 'majority' } },
      );
      return switched.matchedCount === 1 || (await read(name)).serving === generation;
    },
    forgetPrevious: (name) => mark(name, 'previous'),
    dropped: async (name, generation) => {
      await rows.updateOne({ _id: name }, { $pull: { dropping: generation } });
    },
  };
};

import { GuardMoved, type GuardRow, writeTogether } from '@steward/persistence';
import type { AnyBulkWriteOperation, ClientSession, Collection } from 'mongodb';
import type { Received } from './message.ts';
import type { StreamState } from './stream-step.ts';

export const guardIdOf = (consumer: string, { topic, key }: Pick<Received, 'topic' | 'key'>) =>
  `${consumer}|${topic}|${key}`;

interface Stream extends StreamState {
  /** As it stands in the database; nothing while there is no guard yet. */
  readonly saved: StreamState | undefined;
  readonly parkings: number;
}

const unseen: Stream = { version: 0, saved: undefined, parkings: 0 };

const streamOf = ({ version, parkedFrom }: GuardRow, isReplay: boolean): Stream => ({
  version,
  // A replay takes up what is set aside, so to it nothing is.
  parkedFrom: isReplay ? undefined : parkedFrom,
  saved: { version, parkedFrom },
  parkings: 0,
});

const isMoved = ({ version, saved, parkings }: Stream): boolean =>
  version !== (saved?.version ?? 0) || parkings > 0;

const operationOf = (guardId: string, { version, parkedFrom, saved, parkings }: Stream) => {
  const set = { version, ...(parkedFrom !== undefined && { parkedFrom }) };
  // A new guard is inserted, so that two who both see none cannot both believe to be first.
  if (!saved) return { insertOne: { document: { _id: guardId, ...set, parkedCount: parkings } } };
  const filter = {
    _id: guardId,
    version: saved.version,
    parkedFrom: saved.parkedFrom ?? { $exists: false },
  };
  // Every parking touches the guard, so that it cannot slip past a replay that is just ending.
  return { updateOne: { filter, update: { $set: set, $inc: { parkedCount: parkings } } } };
};

/** The streams of one batch: where they stand in the database, and where the batch takes them. */
export class Streams {
  readonly #guards: Collection<GuardRow>;
  readonly #streams = new Map<string, Stream>();
  /** A replay takes up what is set aside. */
  readonly isReplay: boolean;

  constructor(guards: Collection<GuardRow>, isReplay: boolean) {
    this.#guards = guards;
    this.isReplay = isReplay;
  }

  /** Only what a majority holds: what a new primary could take back must not pass for done. */
  async load(guardIds: Iterable<string>, session?: ClientSession): Promise<void> {
    const filter = { _id: { $in: [...new Set(guardIds)] } };
    const rows = await this.#guards
      .find(filter, session ? { session } : { readConcern: { level: 'majority' } })
      .toArray();
    for (const row of rows) this.#streams.set(row._id, streamOf(row, this.isReplay));
  }

  of(guardId: string): StreamState {
    return this.#streams.get(guardId) ?? unseen;
  }

  /** The version that the guard in the database has. */
  savedVersion(guardId: string): number {
    return this.#streams.get(guardId)?.saved?.version ?? 0;
  }

  applied(guardId: string, version: number): void {
    const stream = this.#streams.get(guardId) ?? unseen;
    this.#streams.set(guardId, { ...stream, version });
  }

  parked(guardId: string, version: number): void {
    const stream = this.#streams.get(guardId) ?? unseen;
    this.#streams.set(guardId, {
      ...stream,
      parkedFrom: Math.min(stream.parkedFrom ?? version, version),
      parkings: stream.parkings + 1,
    });
  }

  /** The guard was moved in the transaction of the effect. */
  committed(guardId: string, version: number): void {
    const { parkedFrom, saved } = this.#streams.get(guardId) ?? unseen;
    const now = { version, parkedFrom: saved?.parkedFrom };
    this.#streams.set(guardId, { version, parkedFrom, saved: now, parkings: 0 });
  }

  /**
   * Streams of which something is set aside. Told from where they stand and not from what this batch did:
   * whoever filled a gap may have ended before it could take up what waits behind it.
   */
  setAside(): readonly string[] {
    if (this.isReplay) return [];
    return [...this.#streams]
      .filter(([, { parkedFrom }]) => parkedFrom !== undefined)
      .map(([guardId]) => guardId);
  }

  /** Writes what moved, of one stream or of all; throws `GuardMoved` where another consumer was faster. */
  async save(session: ClientSession, guardId?: string): Promise<void> {
    const moved = [...this.#streams].filter(
      ([id, stream]) => isMoved(stream) && (guardId === undefined || id === guardId),
    );
    if (moved.length === 0) return;
    const operations = moved.map(([id, stream]) => operationOf(id, stream));
    const written = await writeTogether(
      this.#guards,
      operations as AnyBulkWriteOperation<GuardRow>[],
      session,
    );
    if (written.insertedCount + written.matchedCount !== moved.length)
      throw new GuardMoved('A stream was moved by another consumer of the group');
  }

  /** What `save` wrote has been committed. */
  saved(guardId: string): void {
    const { version, parkedFrom } = this.#streams.get(guardId) ?? unseen;
    this.#streams.set(guardId, {
      version,
      parkedFrom,
      saved: { version, parkedFrom },
      parkings: 0,
    });
  }
}

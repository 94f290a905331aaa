import type { Collection } from 'mongodb';
import type { EventRow } from './rows.ts';

export const rowsMax = 1_000;

/** Rows in the order in which they must leave; `isAll` where nothing else was pending. */
export interface PendingRows {
  readonly rows: readonly EventRow[];
  readonly isAll: boolean;
}

/** The server has more to give than one reply could hold. */
const isCut = ({ id }: { id?: { isZero(): boolean } | undefined }): boolean =>
  id !== undefined && !id.isZero();

/**
 * The next rows of these lanes that the broker may not have yet. One reply of the server and no more: it is
 * sixteen megabytes at most, however large the events are. Read in a snapshot that a majority holds, so that
 * no fact leaves that a new primary could take back.
 */
export const pendingRows = async (
  events: Collection<EventRow>,
  lanes: readonly number[],
): Promise<PendingRows> => {
  const cursor = events
    .find({ pending: true, lane: { $in: [...lanes] } }, { readConcern: { level: 'snapshot' } })
    .sort({ lane: 1, position: 1 })
    .limit(rowsMax)
    .batchSize(rowsMax);
  try {
    const isAny = await cursor.hasNext();
    const rows = isAny ? cursor.readBufferedDocuments() : [];
    return { rows, isAll: rows.length < rowsMax && !isCut(cursor) };
  } finally {
    await cursor.close();
  }
};

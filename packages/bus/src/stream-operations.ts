import type { Database } from '@steward/persistence';
import { type Discarded, type DiscardedBy, discardHead } from './discard.ts';
import { type Entries, entryOfStream, intakeOf } from './entries.ts';
import { parkedRows } from './parked.ts';
import { type Log, type ProcessingContext, type Span, withoutSpan } from './processing.ts';
import { replayStream } from './replay.ts';

export interface StreamOptions extends Entries {
  readonly database: Database;
  readonly log: Log;
  readonly span?: Span;
  /** Ends the waiting between attempts. */
  readonly signal: AbortSignal;
}

/** What a person may do to streams that are set aside, in whichever process; guards make it safe in several. */
export interface StreamOperations {
  /** Takes up a stream that was set aside, in order; answers whether it is free again. */
  replay(guardId: string): Promise<boolean>;
  /**
   * Skips the first event of a stream, which cannot succeed, and keeps it for good among what was discarded.
   * What waited behind it is left to a replay.
   */
  discard(guardId: string, by: DiscardedBy): Promise<Discarded>;
}

export const streamOperations = (options: StreamOptions): StreamOperations => {
  const { service, database, log, span = withoutSpan, signal } = options;
  const parked = parkedRows(database);
  const context: ProcessingContext = { service, database, parked, log, span, signal };
  const intakeOfStream = (guardId: string) => {
    const { entry, consumer, generation } = entryOfStream(options, guardId);
    return intakeOf(entry, consumer, context, generation);
  };
  return {
    replay: async (guardId) => replayStream(guardId, await intakeOfStream(guardId), context),
    discard: async (guardId, by) =>
      discardHead(guardId, by, { ...context, order: (await intakeOfStream(guardId)).order }),
  };
};

import type { Database } from '@steward/persistence';
import { type Discarded, type DiscardedBy, discardHead } from './discard.ts';
import { type Entries, entryOfStream, processOf } from './entries.ts';
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
  const { database, log, span = withoutSpan, signal } = options;
  const context: ProcessingContext = { database, parked: parkedRows(database), log, span, signal };
  return {
    replay: async (guardId) => {
      const { entry, consumer, generation } = entryOfStream(options, guardId);
      return replayStream(guardId, processOf(entry, consumer, context, generation), context);
    },
    discard: async (guardId, by) => {
      entryOfStream(options, guardId);
      return discardHead(guardId, by, context);
    },
  };
};

import type { ChangeStream, Collection } from 'mongodb';
import type { EventRow } from './rows.ts';

/**
 * Hears the commits of other processes. It starts from now each time and keeps no resume token, because a
 * missed ring costs one poll and nothing else.
 */
export const commitStream = (
  events: Collection<EventRow>,
  ring: () => void,
  onError: (message: string, error: unknown) => void,
) => {
  let stream: ChangeStream | undefined;

  const close = async () => {
    const open = stream;
    stream = undefined;
    try {
      await open?.close();
    } catch (error) {
      onError('The change stream of the outbox could not be closed', error);
    }
  };

  const open = () => {
    stream = events.watch([{ $match: { operationType: 'insert' } }, { $project: { _id: 1 } }]);
    stream.on('change', ring);
    stream.on('error', (error) => {
      onError('The change stream of the outbox broke; polling goes on', error);
      void close();
    });
  };

  return {
    /** Opens or closes it, as is needed. */
    listen: async (isNeeded: boolean): Promise<void> => {
      if (isNeeded && !stream) open();
      if (!isNeeded) await close();
    },
  };
};

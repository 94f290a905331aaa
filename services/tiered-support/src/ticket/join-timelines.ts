import type { HistoryEntry, TicketEvent } from '@steward/contracts';

/** The oldest of what several timelines tell, and how much of each of them that is. */
export interface Joined {
  readonly items: { readonly timeline: number; readonly entry: HistoryEntry }[];
  readonly taken: number[];
}

/** What was said before a ticket was split off was said then, not when it was told again. */
const saidMs = (entry: HistoryEntry): number => {
  const { type, data } = entry as unknown as TicketEvent;
  return Date.parse(type === 'TicketMessageTakenOver' ? data.saidAt : data.at);
};

/** Joins the next `limit` entries of timelines, each of which is in order of time, into the next `limit` of all. */
export const joinTimelines = (
  timelines: readonly (readonly HistoryEntry[])[],
  limit: number,
): Joined => {
  const all = timelines.flatMap((entries, timeline) =>
    entries.map((entry) => ({ timeline, entry })),
  );
  const items = all.sort((one, other) => saidMs(one.entry) - saidMs(other.entry)).slice(0, limit);
  const takenOf = (index: number) => items.filter(({ timeline }) => timeline === index).length;
  return { items, taken: timelines.map((_, index) => takenOf(index)) };
};

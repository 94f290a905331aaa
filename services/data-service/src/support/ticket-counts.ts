import type { TicketStatus } from '@steward/contracts';

const ended: readonly TicketStatus[] = ['resolved', 'closed', 'cancelled'];

/** What is counted of tickets, whichever they are. */
export interface TicketCounts {
  readonly tickets: number;
  readonly open: number;
  readonly reopenings: number;
  readonly handOvers: number;
}

/** Accumulators of a `$group` that counts the tickets of each group. */
export const counted = {
  tickets: { $sum: 1 },
  open: { $sum: { $cond: [{ $in: ['$status', ended] }, 0, 1] } },
  reopenings: { $sum: '$reopenings' },
  handOvers: { $sum: '$handOvers' },
};

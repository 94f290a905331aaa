import type { DataOf, TicketEvent, TicketStatus } from '@steward/contracts';
import type { Held } from './held-time.ts';

/** One line of another help desk's log, seen from the ticket that it is about. */
export interface Entry {
  readonly fact: DataOf<TicketEvent, 'TicketQueued'>;
  readonly status: TicketStatus;
  readonly waitingFor?: DataOf<TicketEvent, 'TicketWaitStarted'>['waitingFor'] | undefined;
  readonly inCall: boolean;
  readonly agent?: string | undefined;
  /** What the desk of the line has held the ticket for since it got it, if the line ends that. */
  readonly held: Held;
  /** Whether the ticket was still open before the line. */
  readonly wasOpen: boolean;
}

const resolved = ({ fact, held, inCall, agent }: Entry): TicketEvent => ({
  type: 'TicketResolved',
  data: { ...fact, held, inCall, agent },
});

const closed = ({ fact }: Entry): TicketEvent => ({ type: 'TicketClosed', data: fact });

const facts: Record<TicketStatus, (entry: Entry) => TicketEvent[]> = {
  queued: ({ fact }) => [{ type: 'TicketQueued', data: fact }],
  'in-progress': ({ fact, agent }) => [{ type: 'TicketWorkStarted', data: { ...fact, agent } }],
  waiting: ({ fact, agent, waitingFor = 'unspecified' }) => [
    { type: 'TicketWaitStarted', data: { ...fact, waitingFor, agent } },
  ],
  resolved: (entry) => [resolved(entry)],
  // Other help desks close in one step what we first resolve; the desk's time ends either way.
  closed: (entry) => (entry.wasOpen ? [resolved(entry), closed(entry)] : [closed(entry)]),
  cancelled: ({ fact, held }) => [{ type: 'TicketCancelled', data: { ...fact, held } }],
};

/** The facts that the status of a line stands for; a status that repeats is told again. */
export const statusFacts = (entry: Entry): TicketEvent[] => facts[entry.status](entry);

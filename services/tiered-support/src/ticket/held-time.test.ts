import type { Desk, TicketEvent } from '@steward/contracts';
import fc from 'fast-check';
import { direct } from '../fixtures/ticket-past.ts';
import { type RecordTicketEntry, recordTicketEntry } from './record-ticket-entry.ts';
import { heldSeconds, isOpen, type RaisedTicket, type Ticket, ticket } from './ticket.ts';

const about = {
  ticketId: 'i-1',
  accountId: 'acme',
  inCall: false,
  subject: 'Incident i-1',
  priority: 'high',
  channel: 'direct',
  arrangement: direct,
} as const;

interface Row extends Pick<RecordTicketEntry, 'status' | 'label' | 'desk'> {
  readonly at: Date;
}

const entriesOf = (rows: readonly Row[]): RecordTicketEntry[] =>
  rows.map((row, index) => ({ ...about, ...row, entry: index + 1 }));

/** The state after each line, and all that was told. */
const takeIn = (entries: readonly RecordTicketEntry[]) => {
  let state: Ticket = ticket.initial;
  const events: TicketEvent[] = [];
  const states = entries.map((entry) => {
    const told = recordTicketEntry(state, entry);
    state = told.reduce(ticket.evolve, state);
    events.push(...told);
    return state as RaisedTicket;
  });
  return { states, events, last: state as RaisedTicket };
};

const first: Desk = { line: 'first', team: 'V30' };
const third: Desk = { line: 'third', team: 'V5 3rd' };
const unclear: Desk = { line: 'unclear', team: 'V13 2nd 3rd' };

const row = (at: string, label: string, status: Row['status'], desk: Desk): Row => ({
  at: new Date(at),
  label,
  status,
  desk,
});

/** Two years of one incident, over three lines and back, reopened once. */
const log = entriesOf([
  row('2024-03-28T15:59:42+01:00', 'Accepted/In Progress', 'in-progress', first),
  row('2024-03-28T16:00:56+01:00', 'Accepted/In Progress', 'in-progress', first),
  row('2024-03-28T16:45:48+01:00', 'Queued/Awaiting Assignment', 'queued', third),
  // Over the start of summer time: the offset changes, the time that passes does not.
  row('2024-04-03T15:44:07+02:00', 'Accepted/In Progress', 'in-progress', third),
  row('2024-04-03T15:44:38+02:00', 'Queued/Awaiting Assignment', 'queued', first),
  row('2024-04-03T15:44:47+02:00', 'Accepted/In Progress', 'in-progress', unclear),
  row('2024-04-03T15:44:51+02:00', 'Completed/Resolved', 'resolved', unclear),
  row('2024-04-03T15:45:07+02:00', 'Queued/Awaiting Assignment', 'queued', first),
  row('2024-04-05T11:52:23+02:00', 'Accepted/Wait - User', 'waiting', first),
  row('2024-04-05T11:53:35+02:00', 'Completed/Resolved', 'resolved', first),
  row('2024-05-11T00:26:15+02:00', 'Completed/Closed', 'closed', first),
]);

describe('the time that each line held a ticket', () => {
  it('is counted to the second over a long log', () => {
    const { states, last } = takeIn(log);
    const firstStint = 46 * 60 + 6;
    const thirdStint = 5 * 86_400 + 21 * 3_600 + 58 * 60 + 50;
    const afterReopening = 86_400 + 20 * 3_600 + 8 * 60 + 28;
    expect(heldSeconds(states[2] as RaisedTicket)).toEqual({
      first: firstStint,
      second: 0,
      third: 0,
      unclear: 0,
    });
    expect(heldSeconds(last)).toEqual({
      first: firstStint + 9 + afterReopening,
      second: 0,
      third: thirdStint,
      unclear: 4,
    });
    expect(last).toMatchObject({ status: 'closed', reopenings: 1, lastEntry: log.length });
  });

  it('is told by the events that end it, in the order of the log', () => {
    const held = takeIn(log).events.flatMap(({ type, data }) =>
      'held' in data
        ? [{ entry: data.entry, type, line: data.held.line, s: data.held.seconds }]
        : [],
    );
    expect(held).toEqual([
      { entry: 3, type: 'TicketHandedOver', line: 'first', s: 2_766 },
      { entry: 5, type: 'TicketHandedOver', line: 'third', s: 511_130 },
      { entry: 6, type: 'TicketHandedOver', line: 'first', s: 9 },
      { entry: 7, type: 'TicketResolved', line: 'unclear', s: 4 },
      { entry: 8, type: 'TicketHandedOver', line: 'unclear', s: 0 },
      { entry: 10, type: 'TicketResolved', line: 'first', s: 158_908 },
    ]);
  });
});

const statuses = ['queued', 'in-progress', 'waiting', 'resolved', 'closed', 'cancelled'] as const;
const lines = ['first', 'second', 'third', 'unclear'] as const;

const arbitraryLog = fc
  .array(
    fc.record({
      afterMs: fc.integer({ min: 0, max: 10_000_000 }),
      status: fc.constantFrom(...statuses),
      line: fc.constantFrom(...lines),
      team: fc.constantFrom('A', 'B'),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((drawn) => {
    let time = Date.parse('2024-01-01T00:00:00.000Z');
    const rows = drawn.map(({ afterMs, status, line, team }): Row => {
      time += afterMs;
      return { at: new Date(time), status, label: status, desk: { line, team } };
    });
    return entriesOf(rows);
  });

const milliseconds = (seconds: number): number => Math.round(seconds * 1_000);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const heldMs = (state: RaisedTicket): number =>
  sum(Object.values(heldSeconds(state)).map(milliseconds));

/** How long the ticket lay settled, by the log itself. */
const settledMs = (entries: readonly RecordTicketEntry[]): number =>
  sum(
    entries.slice(1).map(({ at }, index) => {
      const before = entries[index];
      const wasSettled = before && ['resolved', 'closed', 'cancelled'].includes(before.status);
      return wasSettled ? at.getTime() - before.at.getTime() : 0;
    }),
  );

const spanMs = (entries: readonly RecordTicketEntry[]): number =>
  (entries.at(-1)?.at.getTime() ?? 0) - (entries[0]?.at.getTime() ?? 0);

describe('whatever a log says', () => {
  const settings = { seed: 20260302, numRuns: 300 };

  it('all time is held by a line or lies in a settled ticket, and none is counted twice', () => {
    fc.assert(
      fc.property(arbitraryLog, (entries) => {
        expect(heldMs(takeIn(entries).last) + settledMs(entries)).toBe(spanMs(entries));
      }),
      settings,
    );
  });

  it('the events alone tell the same times, once a ticket is settled', () => {
    fc.assert(
      fc.property(arbitraryLog, (entries) => {
        const { events, last } = takeIn(entries);
        const told = events.map(({ data }) =>
          'held' in data ? milliseconds(data.held.seconds) : 0,
        );
        if (!isOpen(last)) expect(sum(told)).toBe(heldMs(last));
      }),
      settings,
    );
  });

  it('every line leaves the ticket as it says, and nothing of it is lost', () => {
    fc.assert(
      fc.property(arbitraryLog, (entries) => {
        const { states, events } = takeIn(entries);
        for (const [index, { status, desk, label, at }] of entries.entries())
          expect(states[index]).toMatchObject({ status, desk, label, changedAt: at.toISOString() });
        expect([...new Set(events.map(({ data }) => data.entry))]).toEqual(
          entries.map(({ entry }) => entry),
        );
      }),
      settings,
    );
  });

  it('taking it in again changes nothing', () => {
    fc.assert(
      fc.property(arbitraryLog, (entries) => {
        const { last } = takeIn(entries);
        expect(entries.flatMap((entry) => recordTicketEntry(last, entry))).toEqual([]);
      }),
      settings,
    );
  });
});

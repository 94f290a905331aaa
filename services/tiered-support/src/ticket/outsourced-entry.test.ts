import { type TicketEvent, TicketOutsourcedEntryTaken } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { logLine, takenIn } from '../fixtures/log-lines.ts';
import { fact, moment, raised } from '../fixtures/ticket-past.ts';
import { type RecordTicketEntry, recordTicketEntry } from './record-ticket-entry.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const from = { outsourcerId: 'd-1', receivedAt: moment('15:00') };
const line = (entry: number, status: RecordTicketEntry['status'], time: string) =>
  logLine(entry, status, time, { isBroughtIn: true });
const taken = (
  entry: number,
  status: string,
  time: string,
  became?: 'open' | 'settled',
): TicketEvent => ({
  type: 'TicketOutsourcedEntryTaken',
  data: {
    ...fact(time, `Accepted/${status}`),
    entry,
    outsourcerId: 'd-1',
    receivedAt: from.receivedAt.toISOString(),
    ...(became && { became }),
  },
});

const told = (...lines: RecordTicketEntry[]): TicketEvent[] => takenIn(lines, from);

describe('a line of an outsourced desk', () => {
  it('R105: leads to what any line leads to, and says when it came', () => {
    const first = fact('09:00', 'Accepted/queued');
    given()
      .when((state) => recordTicketEntry(state, line(1, 'queued', '09:00'), from))
      .thenEmits(
        raised({ ...first, entry: 1, isBroughtIn: true }),
        taken(1, 'queued', '09:00', 'open'),
      );
    const event = taken(1, 'queued', '09:00', 'open');
    expect(TicketOutsourcedEntryTaken.parse(event)).toEqual(event);
  });

  it('says what the desk has made of the case, each time that it changes', () => {
    const statuses = [
      'queued',
      'in-progress',
      'resolved',
      'closed',
      'queued',
      'cancelled',
    ] as const;
    const events = told(
      ...statuses.map((status, index) => line(index + 1, status, `1${index}:00`)),
    );
    const became = events.flatMap(({ type, data }) =>
      type === 'TicketOutsourcedEntryTaken' ? [data.became] : [],
    );
    expect(became).toEqual(['open', undefined, 'settled', undefined, 'open', 'settled']);
  });

  it('that was settled from the first opens nothing', () => {
    expect(told(line(1, 'resolved', '09:00')).at(-1)).toEqual(taken(1, 'resolved', '09:00'));
  });

  it('that was taken before changes nothing', () => {
    given(...told(line(1, 'queued', '09:00')))
      .when((state) => recordTicketEntry(state, line(1, 'queued', '09:00'), from))
      .thenNothing();
  });

  it.each([
    { who: 'another', other: { ...from, outsourcerId: 'd-2' } },
    { who: 'nobody named', other: undefined },
  ])('is refused from $who once one has told of the case', ({ other }) => {
    given(...told(line(1, 'queued', '09:00')))
      .when((state) => recordTicketEntry(state, line(2, 'resolved', '10:00'), other))
      .thenRefuses('ticket-entry-of-another-outsourcer');
  });

  it('may go on with a log that was brought in before', () => {
    given(...recordTicketEntry(ticket.initial, line(1, 'queued', '09:00')))
      .when((state) => recordTicketEntry(state, line(2, 'queued', '10:00'), from).slice(-1))
      .thenEmits(taken(2, 'queued', '10:00', 'open'));
  });
});

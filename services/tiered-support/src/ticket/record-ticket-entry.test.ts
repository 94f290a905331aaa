import { type TicketEvent, ticketNoun } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { clocksOf, stateOf } from '../clock/clock.ts';
import { logLine as line, takenIn } from '../fixtures/log-lines.ts';
import { pinnedTerms } from '../fixtures/terms.ts';
import { callCentre, experts, fact, moment, raised } from '../fixtures/ticket-past.ts';
import { type RecordTicketEntry, recordTicketEntry } from './record-ticket-entry.ts';
import { heldSeconds, type RaisedTicket, ticket } from './ticket.ts';

const given = scenario(ticket);

/** What the lines before came to. */
const taken = (...lines: RecordTicketEntry[]): TicketEvent[] => takenIn(lines);

const told = (entry: number, status: string, time: string) => ({
  ...fact(time, `Accepted/${status}`),
  entry,
});
const raisedBy = (status: string) => raised(told(1, status, '09:00'));
const heldFor = (seconds: number, desk: RaisedTicket['desk'] = callCentre) => ({
  ...desk,
  seconds,
});

describe('the first line of a log', () => {
  it.each<{ status: RecordTicketEntry['status']; after: TicketEvent[] }>([
    { status: 'queued', after: [] },
    {
      status: 'in-progress',
      after: [{ type: 'TicketWorkStarted', data: told(1, 'in-progress', '09:00') }],
    },
    {
      status: 'waiting',
      after: [
        {
          type: 'TicketWaitStarted',
          data: { ...told(1, 'waiting', '09:00'), waitingFor: 'unspecified' },
        },
      ],
    },
    {
      status: 'resolved',
      after: [
        {
          type: 'TicketResolved',
          data: { ...told(1, 'resolved', '09:00'), held: heldFor(0), inCall: false },
        },
      ],
    },
    {
      status: 'closed',
      after: [
        {
          type: 'TicketResolved',
          data: { ...told(1, 'closed', '09:00'), held: heldFor(0), inCall: false },
        },
        { type: 'TicketClosed', data: told(1, 'closed', '09:00') },
      ],
    },
    {
      status: 'cancelled',
      after: [
        {
          type: 'TicketCancelled',
          data: { ...told(1, 'cancelled', '09:00'), held: heldFor(0) },
        },
      ],
    },
  ])('raises the ticket and leaves it $status', ({ status, after }) => {
    given()
      .when((ticket) => recordTicketEntry(ticket, line(1, status, '09:00')))
      .thenEmits(raisedBy(status), ...after);
    const state = [raisedBy(status), ...after].reduce(ticket.evolve, ticket.initial);
    expect(state).toMatchObject({ status, lastEntry: 1 });
  });

  it('says who bought what, and where', () => {
    const about = {
      ...{ product: 'P', country: 'se', organisation: 'Org', division: 'E_5' },
      desk: experts,
    } as const;
    given()
      .when((ticket) => recordTicketEntry(ticket, line(1, 'queued', '09:00', about)))
      .thenEmits(raised({ ...told(1, 'queued', '09:00'), ...about }));
  });
});

describe('a further line of a log', () => {
  const open = taken(line(1, 'queued', '09:00'));

  it.each<{ status: RecordTicketEntry['status']; type: TicketEvent['type']; more?: object }>([
    { status: 'queued', type: 'TicketQueued' },
    { status: 'in-progress', type: 'TicketWorkStarted', more: { agent: 'se-Ada' } },
    {
      status: 'waiting',
      type: 'TicketWaitStarted',
      more: { waitingFor: 'vendor', agent: 'se-Ada' },
    },
    {
      status: 'resolved',
      type: 'TicketResolved',
      more: { held: heldFor(600), inCall: true, agent: 'se-Ada' },
    },
    { status: 'cancelled', type: 'TicketCancelled', more: { held: heldFor(600) } },
  ])('tells $type with its position and the words of the log', ({ status, type, more }) => {
    const said = { agent: 'se-Ada', waitingFor: 'vendor', inCall: true } as const;
    given(...open)
      .when((ticket) => recordTicketEntry(ticket, line(2, status, '09:10', said)))
      .thenEmits({ type, data: { ...told(2, status, '09:10'), ...more } } as TicketEvent);
  });

  it('resolves what it closes while it is open, so that the time of the desk is charged', () => {
    const data = told(2, 'closed', '09:10');
    given(...open)
      .when((ticket) => recordTicketEntry(ticket, line(2, 'closed', '09:10')))
      .thenEmits(
        { type: 'TicketResolved', data: { ...data, held: heldFor(600), inCall: false } },
        { type: 'TicketClosed', data },
      );
  });

  it.each<{ status: RecordTicketEntry['status']; type: TicketEvent['type']; more?: object }>([
    { status: 'queued', type: 'TicketQueued' },
    { status: 'in-progress', type: 'TicketWorkStarted' },
    { status: 'waiting', type: 'TicketWaitStarted', more: { waitingFor: 'unspecified' } },
    { status: 'resolved', type: 'TicketResolved', more: { held: heldFor(0), inCall: false } },
    { status: 'closed', type: 'TicketClosed' },
    { status: 'cancelled', type: 'TicketCancelled', more: { held: heldFor(0) } },
  ])('tells $type again when the ticket was $status before', ({ status, type, more }) => {
    given(...taken(line(1, status, '09:00')))
      .when((ticket) => recordTicketEntry(ticket, line(2, status, '09:00')))
      .thenEmits({ type, data: { ...told(2, status, '09:00'), ...more } } as TicketEvent);
  });

  it.each(['resolved', 'closed', 'cancelled'] as const)(
    'reopens what was %s before anything else, and charges nobody for the time between',
    (before) => {
      const data = told(2, 'in-progress', '12:00');
      given(...taken(line(1, before, '09:00')))
        .when((ticket) =>
          recordTicketEntry(ticket, line(2, 'in-progress', '12:00', { desk: experts })),
        )
        .thenEmits(
          { type: 'TicketReopened', data },
          { type: 'TicketHandedOver', data: { ...data, held: heldFor(0), desk: experts } },
          { type: 'TicketWorkStarted', data },
        );
    },
  );

  it.each([
    { what: 'team', desk: { line: 'first', team: 'Experts' } },
    { what: 'line', desk: { line: 'second', team: 'Call centre' } },
  ] as const)('hands over when the $what differs', ({ desk }) => {
    const data = told(2, 'queued', '09:10');
    given(...open)
      .when((ticket) => recordTicketEntry(ticket, line(2, 'queued', '09:10', { desk })))
      .thenEmits(
        { type: 'TicketHandedOver', data: { ...data, held: heldFor(600), desk } },
        { type: 'TicketQueued', data },
      );
  });

  it('prioritises when the priority differs, before anything follows from its status', () => {
    const data = told(2, 'queued', '09:10');
    given(...open)
      .when((ticket) =>
        recordTicketEntry(ticket, line(2, 'queued', '09:10', { priority: 'major' })),
      )
      .thenEmits(
        { type: 'TicketPrioritised', data: { ...data, priority: 'major' } },
        { type: 'TicketQueued', data },
      );
  });

  it('charges the desk before, not the one that resolves at the same moment', () => {
    const data = told(2, 'resolved', '09:10');
    given(...open)
      .when((ticket) => recordTicketEntry(ticket, line(2, 'resolved', '09:10', { desk: experts })))
      .thenEmits(
        { type: 'TicketHandedOver', data: { ...data, held: heldFor(600), desk: experts } },
        { type: 'TicketResolved', data: { ...data, held: heldFor(0, experts), inCall: false } },
      );
  });

  it('moves a settled ticket without opening it', () => {
    const past = taken(line(1, 'resolved', '09:00'), line(2, 'closed', '10:00', { desk: experts }));
    expect(past.map(({ type }) => type)).toEqual([
      'TicketRaised',
      'TicketResolved',
      'TicketHandedOver',
      'TicketClosed',
    ]);
    const state = past.reduce(ticket.evolve, ticket.initial) as RaisedTicket;
    expect(state).toMatchObject({ status: 'closed', desk: experts });
    expect(heldSeconds(state)).toEqual({ first: 0, second: 0, third: 0, unclear: 0 });
  });

  it('closes what was cancelled without calling it resolved', () => {
    const past = taken(line(1, 'cancelled', '09:00'), line(2, 'closed', '10:00'));
    expect(past.at(-1)?.type).toBe('TicketClosed');
    expect(past.map(({ type }) => type)).not.toContain('TicketResolved');
  });
});

describe('the clocks of a ticket that a log tells of', () => {
  const terms = pinnedTerms({
    targets: [
      { priority: 'medium', resolution: 480 },
      { priority: 'major', resolution: 60 },
    ],
  });
  const clockAfter = (changes: Partial<RecordTicketEntry>) => {
    const past = taken(line(1, 'queued', '09:00', { terms }), line(2, 'waiting', '09:10', changes));
    const { promised } = past.reduce(ticket.evolve, ticket.initial) as RaisedTicket;
    const [clock] = clocksOf(promised?.moments ?? [], terms);
    if (!clock) throw new Error('Nothing is promised');
    return { state: stateOf(clock, moment('09:20').getTime()), minutes: clock.targetMs / 60_000 };
  };

  it.each([
    { waitingFor: 'user', state: 'paused' },
    { waitingFor: 'customer', state: 'paused' },
    { waitingFor: 'vendor', state: 'running' },
    { waitingFor: 'implementation', state: 'running' },
    { waitingFor: 'unspecified', state: 'running' },
  ] as const)('are $state while it waits for $waitingFor, as the policy says', (wait) => {
    expect(clockAfter({ waitingFor: wait.waitingFor }).state).toBe(wait.state);
  });

  it('follow the priority that the log gives it later', () => {
    expect(clockAfter({ priority: 'major' }).minutes).toBe(60);
  });
});

describe('a line of a log', () => {
  const past = taken(line(1, 'queued', '09:00'), line(2, 'in-progress', '09:10'));

  it.each([1, 2])('that was taken in before (%i of 2) changes nothing', (entry) => {
    given(...past)
      .when((ticket) => recordTicketEntry(ticket, line(entry, 'closed', '08:00')))
      .thenNothing();
  });

  it.each([
    { what: 'the first that comes is not the first of the log', lines: [], entry: 2 },
    { what: 'one is missing before it', lines: past, entry: 4 },
  ])('is refused when $what', ({ lines, entry }) => {
    given(...lines)
      .when((ticket) => recordTicketEntry(ticket, line(entry, 'queued', '10:00')))
      .thenRefuses('ticket-entry-missing');
  });

  it('is refused when it is earlier than the one before', () => {
    given(...past)
      .when((ticket) => recordTicketEntry(ticket, line(3, 'queued', '09:09')))
      .thenRefuses('ticket-entry-out-of-order');
  });

  it('is refused when it speaks of another account', () => {
    given(...past)
      .when((ticket) =>
        recordTicketEntry(ticket, line(3, 'queued', '10:00', { accountId: 'other' })),
      )
      .thenRefuses('ticket-entry-of-another-account');
  });

  it('is refused on a ticket that was raised here', () => {
    given(raised())
      .when((ticket) => recordTicketEntry(ticket, line(1, 'queued', '10:00')))
      .thenRefuses('ticket-not-brought-in');
  });

  it('becomes only events the contract accepts', () => {
    const contracts = new Map(ticketNoun.events.map((contract) => [contract.type, contract]));
    const all = taken(
      line(1, 'waiting', '09:00', { product: '' }),
      line(2, 'resolved', '09:10', { desk: experts }),
      line(3, 'queued', '09:20'),
      line(4, 'closed', '09:30'),
      line(5, 'cancelled', '09:30'),
    );
    for (const event of all) expect(contracts.get(event.type)?.parse(event)).toEqual(event);
  });
});

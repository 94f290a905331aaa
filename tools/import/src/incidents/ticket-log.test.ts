import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { IncidentMapping } from './incident-mapping.ts';
import { TicketLog } from './ticket-log.ts';

const file = resolve(import.meta.dirname, '../../mappings/bpic-2013-incidents.json');
const mapping = IncidentMapping.parse(JSON.parse(readFileSync(file, 'utf8')));

/** A row of the log as far as a test cares; the rest is as usual. */
const usual = {
  incident: '1-364285768',
  changed_at: '2010-03-31T15:59:42+01:00',
  status: 'Accepted',
  sub_status: 'In Progress',
  line: 'L1',
  support_team: 'V30',
  function_division: 'A2_4',
  organization_line: 'Org line A2',
  impact: 'Medium',
  product: 'PROD582',
  country: 'fr',
  owner: 'Frederic',
};
const header = Object.keys(usual);
const row = (changes: Partial<typeof usual> = {}) => Object.values({ ...usual, ...changes });
const log = (changes: Partial<IncidentMapping> = {}) =>
  new TicketLog({ ...mapping, ...changes }, { file: 'log.csv', header });
const bodyOf = (changes: Partial<typeof usual>) => JSON.parse(log().plan(row(changes)).body);

describe('a row of a log', () => {
  it('becomes the entry of a ticket, with its original time', () => {
    const planned = log().plan(row());
    expect(planned.ticketId).toBe('bpic-2013:1-364285768');
    expect(JSON.parse(planned.body)).toEqual({
      entry: 1,
      accountId: 'bpic-2013:org-line-a2',
      status: 'in-progress',
      label: 'In Progress',
      inCall: false,
      desk: { line: 'first', team: 'V30' },
      agent: 'Frederic',
      subject: 'PROD582 of Org line A2',
      priority: 'medium',
      channel: 'direct',
      product: 'PROD582',
      country: 'fr',
      organisation: 'Org line A2',
      division: 'A2_4',
      occurredAt: '2010-03-31T15:59:42+01:00',
    });
  });

  it('names the account to register before it', () => {
    expect(JSON.parse(log().plan(row()).account.body)).toEqual({
      accountId: 'bpic-2013:org-line-a2',
      name: 'Org line A2',
      industry: 'manufacturing',
      ownerId: 'bpic-2013:account-owner',
      occurredAt: '2010-01-01T00:00:00.000Z',
    });
  });

  it.each([
    { status: 'Accepted', sub_status: 'In Progress', is: { status: 'in-progress' } },
    { status: 'Accepted', sub_status: 'Assigned', is: { status: 'in-progress' } },
    {
      status: 'Accepted',
      sub_status: 'Wait',
      is: { status: 'waiting', waitingFor: 'unspecified' },
    },
    {
      status: 'Accepted',
      sub_status: 'Wait - User',
      is: { status: 'waiting', waitingFor: 'user' },
    },
    {
      status: 'Accepted',
      sub_status: 'Wait - Customer',
      is: { status: 'waiting', waitingFor: 'customer' },
    },
    {
      status: 'Accepted',
      sub_status: 'Wait - Vendor',
      is: { status: 'waiting', waitingFor: 'vendor' },
    },
    {
      status: 'Accepted',
      sub_status: 'Wait - Implementation',
      is: { status: 'waiting', waitingFor: 'implementation' },
    },
    { status: 'Queued', sub_status: 'Awaiting Assignment', is: { status: 'queued' } },
    { status: 'Unmatched', sub_status: 'Unmatched', is: { status: 'queued' } },
    { status: 'Completed', sub_status: 'Resolved', is: { status: 'resolved', inCall: false } },
    { status: 'Completed', sub_status: 'In Call', is: { status: 'resolved', inCall: true } },
    { status: 'Completed', sub_status: 'Closed', is: { status: 'closed' } },
    { status: 'Completed', sub_status: 'Cancelled', is: { status: 'cancelled' } },
  ])('says $status / $sub_status in words of ours, and keeps its own', ({ is, ...given }) => {
    expect(bodyOf(given)).toMatchObject({ ...is, label: given.sub_status });
  });

  it('says nothing of a division that the log leaves empty', () => {
    expect(bodyOf({ function_division: '' })).not.toHaveProperty('division');
  });

  it.each([
    { line: 'L1', is: 'first' },
    { line: 'L2', is: 'second' },
    { line: 'L3', is: 'third' },
    { line: 'L2/L3', is: 'unclear' },
  ])('lies with the line $is for $line', ({ line, is }) => {
    expect(bodyOf({ line }).desk.line).toBe(is);
  });

  it.each([
    { why: 'a state', changes: { status: 'Parked' }, says: 'no state for "Parked / In Progress"' },
    { why: 'a line', changes: { line: 'L4' }, says: 'no line for "L4"' },
    { why: 'an impact', changes: { impact: 'Huge' }, says: 'no priority for "Huge"' },
    { why: 'a time', changes: { changed_at: 'soon' }, says: '"soon" is not a time' },
    { why: 'an id', changes: { incident: '' }, says: 'The column "incident" is empty' },
    { why: 'an id', changes: { incident: 'a b' }, says: 'cannot be an id' },
    { why: 'a team', changes: { support_team: 'x'.repeat(201) }, says: '/desk/team' },
  ])('without $why that makes sense is bad: $says', ({ changes, says }) => {
    expect(() => log().plan(row(changes))).toThrow(says);
  });
});

describe('the rows of a ticket', () => {
  const entriesOf = (rows: readonly string[][]) => {
    const tickets = log();
    return rows.map((fields) => JSON.parse(tickets.plan(fields).body));
  };

  it('are counted, however the tickets are mixed', () => {
    const ids = ['1', '2', '1', '1', '2'];
    const bodies = entriesOf(ids.map((incident) => row({ incident })));
    expect(bodies.map(({ entry }) => entry)).toEqual([1, 1, 2, 3, 2]);
  });

  it('leave no gap where a bad one stood', () => {
    const tickets = log();
    tickets.plan(row());
    expect(() => tickets.plan(row({ line: 'L4' }))).toThrow();
    expect(JSON.parse(tickets.plan(row()).body).entry).toBe(2);
  });

  it('belong to the account of the first one', () => {
    const [first, second] = entriesOf([row(), row({ organization_line: 'Org line C' })]);
    expect(second).toMatchObject({ accountId: first.accountId, organisation: 'Org line C' });
  });

  it('begin anew where the first one is bad', () => {
    const tickets = log();
    expect(() => tickets.plan(row({ impact: 'Huge', organization_line: 'Other' }))).toThrow();
    expect(tickets.plan(row()).account.accountId).toBe('bpic-2013:org-line-a2');
    expect(tickets.accounts).toBe(1);
  });

  it('never go back in time', () => {
    const tickets = log();
    tickets.plan(row());
    // Half past three in London is later than four in Paris.
    tickets.plan(row({ changed_at: '2010-03-31T15:30:00Z' }));
    expect(() => tickets.plan(row({ changed_at: '2010-03-31T16:00:00+01:00' }))).toThrow(
      'Is earlier than the row of this ticket before it',
    );
  });
});

describe('accounts', () => {
  it('are told apart where two names come to the same id', () => {
    const tickets = log();
    tickets.plan(row());
    const other = row({ incident: '2', organization_line: 'Org Line A2' });
    expect(() => tickets.plan(other)).toThrow('would be both "Org line A2" and "Org Line A2"');
  });
});

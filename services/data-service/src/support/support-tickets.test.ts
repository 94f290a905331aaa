import type { TicketEvent } from '@steward/contracts';
import { history } from '../fixtures/history.ts';
import { ticketFact } from '../fixtures/ticket-fact.ts';
import { type SupportTicket, supportTickets } from './support-tickets.projection.ts';

const folded = (...facts: TicketEvent[]): SupportTicket | undefined =>
  history(...facts).reduce<SupportTicket | undefined>(supportTickets.apply, undefined);

const raised = ticketFact('TicketRaised');
const at = (time: string) => `2026-03-02T${time}:00.000Z`;
const second = { line: 'second', team: 'V5' } as const;

const handOver = (from: TicketHeld, to: { line: 'first' | 'second' | 'third'; team: string }) =>
  ticketFact('TicketHandedOver', { held: from, desk: to });
type TicketHeld = { line: 'first' | 'second' | 'third'; team: string; seconds: number };

describe('support tickets', () => {
  it('begin queued at the desk where they were raised', () => {
    const told = {
      product: 'PROD424',
      country: 'Sweden',
      organisation: 'Org line C',
      division: 'E_5',
    };
    expect(folded(ticketFact('TicketRaised', { ...told, label: 'Accepted' }))).toEqual({
      accountId: 'acme',
      ...told,
      priority: 'medium',
      tier: 3,
      line: 'first',
      team: 'G97',
      lines: ['first'],
      teams: ['G97'],
      status: 'queued',
      label: 'Accepted',
      raisedAt: at('09:00'),
      reopenings: 0,
      handOvers: 0,
      heldSeconds: {},
      ratings: [],
      version: 1,
    });
  });

  it.each([undefined, '', ' '])('do not know a product that is told as %j', (product) => {
    expect(
      folded(ticketFact('TicketRaised', product === undefined ? {} : { product }))?.product,
    ).toBe(undefined);
  });

  it.each([
    { type: 'TicketHandedOver', status: 'in-progress' },
    { type: 'TicketQueued', status: 'queued' },
    { type: 'TicketWorkStarted', status: 'in-progress' },
    { type: 'TicketWaitStarted', status: 'waiting' },
    { type: 'TicketResolved', status: 'resolved' },
    { type: 'TicketClosed', status: 'closed' },
    { type: 'TicketCancelled', status: 'cancelled' },
    { type: 'TicketReopened', status: 'queued' },
    { type: 'TicketRated', status: 'in-progress' },
    { type: 'TicketPrioritised', status: 'in-progress' },
    { type: 'TicketMessageAdded', status: 'in-progress' },
    { type: 'TicketNoteAdded', status: 'in-progress' },
    { type: 'TicketClockWarned', status: 'in-progress' },
    { type: 'TicketClockBreached', status: 'in-progress' },
    { type: 'TicketPromisedAnew', status: 'in-progress' },
    { type: 'TicketMilestoneWarned', status: 'in-progress' },
    { type: 'TicketMilestoneBreached', status: 'in-progress' },
    { type: 'TicketMilestoneReached', status: 'in-progress' },
    { type: 'TicketEscalated', status: 'in-progress' },
    { type: 'TicketRouted', status: 'in-progress' },
    { type: 'TicketLeftInQueue', status: 'in-progress' },
    { type: 'TicketClaimed', status: 'in-progress' },
    { type: 'TicketReleased', status: 'in-progress' },
    { type: 'TicketMerged', status: 'cancelled' },
    { type: 'TicketTookIn', status: 'in-progress' },
    { type: 'TicketLinked', status: 'in-progress' },
    { type: 'TicketUnlinked', status: 'in-progress' },
    { type: 'TicketMessageTakenOver', status: 'in-progress' },
    { type: 'TicketWatched', status: 'in-progress' },
    { type: 'TicketUnwatched', status: 'in-progress' },
    { type: 'TicketTaskSet', status: 'in-progress' },
    { type: 'TicketArticleNamed', status: 'in-progress' },
    { type: 'TicketSurveyLeftOut', status: 'in-progress' },
    { type: 'TicketOutsourcedEntryTaken', status: 'in-progress' },
    { type: 'TicketMessageErased', status: 'in-progress' },
    { type: 'TicketNoteErased', status: 'in-progress' },
    { type: 'TicketRatingErased', status: 'in-progress' },
  ] as const)('take $status, the label and the version from $type', ({ type, status }) => {
    const row = folded(raised, ticketFact('TicketWorkStarted'), ticketFact(type, { label: 'New' }));
    expect(row).toMatchObject({ status, label: 'New', version: 3 });
  });

  it('take the priority that they are given later', () => {
    const row = folded(raised, ticketFact('TicketPrioritised', { priority: 'major' }));
    expect(row).toMatchObject({ priority: 'major' });
  });

  it('remember every desk once, wherever they wander', () => {
    const row = folded(
      raised,
      handOver({ line: 'first', team: 'G97', seconds: 60 }, second),
      handOver({ ...second, seconds: 30 }, { line: 'third', team: 'T1' }),
      handOver({ line: 'third', team: 'T1', seconds: 5 }, second),
    );
    expect(row).toMatchObject({
      ...second,
      lines: ['first', 'second', 'third'],
      teams: ['G97', 'V5', 'T1'],
      handOvers: 3,
    });
  });

  it('count where they come back to', () => {
    const first = { line: 'first', team: 'G97' } as const;
    const row = folded(
      raised,
      handOver({ ...first, seconds: 60 }, second),
      handOver({ ...second, seconds: 30 }, first),
    );
    const returnsBetween = [{ teams: ['G97', 'V5'], returns: 1 }];
    expect(row).toMatchObject({ returns: 1, lineReturns: 1, returnsBetween });
  });

  it.each([
    { type: 'TicketQueued', seconds: 600 },
    { type: 'TicketWorkStarted', seconds: 600 },
    { type: 'TicketResolved', seconds: 600 },
    { type: 'TicketClosed', seconds: 600 },
    { type: 'TicketCancelled', seconds: 600 },
    { type: 'TicketReopened', seconds: 600 },
    { type: 'TicketHandedOver', seconds: 0 },
    { type: 'TicketPrioritised', seconds: 0 },
    { type: 'TicketNoteAdded', seconds: 0 },
  ] as const)('have waited for the user $seconds seconds by $type', ({ type, seconds }) => {
    const waiting = { waitingFor: 'user', agent: 'ada', at: at('09:10') } as const;
    const row = folded(
      raised,
      ticketFact('TicketWaitStarted', waiting),
      ticketFact(type, { at: at('09:20') }),
    );
    expect(row?.waits).toEqual({ user: { waits: 1, seconds } });
    expect(row?.waitsOnUser).toEqual([{ team: 'G97', agent: 'ada', waits: 1, seconds }]);
  });

  it('charge each line with the time that it held them, to the last resolution', () => {
    const row = folded(
      raised,
      handOver({ line: 'first', team: 'G97', seconds: 60 }, second),
      handOver({ ...second, seconds: 30 }, { line: 'first', team: 'G97' }),
      ticketFact('TicketResolved', { held: { line: 'first', team: 'G97', seconds: 15.1 } }),
      ticketFact('TicketReopened'),
      ticketFact('TicketCancelled', { held: { line: 'first', team: 'G97', seconds: 1.2 } }),
    );
    expect(row?.heldSeconds).toEqual({ first: 76.3, second: 30 });
  });

  it('measure the response to the first work alone', () => {
    const row = folded(
      raised,
      ticketFact('TicketWorkStarted', { at: '2026-03-02T10:10:00+01:00' }),
      ticketFact('TicketWorkStarted', { at: at('11:00') }),
    );
    expect(row?.responseSeconds).toBe(600);
  });

  it('take the resolution for the first work where no log says when work began', () => {
    const row = folded(raised, ticketFact('TicketResolved', { at: at('09:02'), inCall: true }));
    expect(row).toMatchObject({ firstWorkAt: at('09:02'), responseSeconds: 120 });
  });

  it('measure the resolution to the last time that they were resolved', () => {
    const row = folded(
      raised,
      ticketFact('TicketResolved', { at: at('10:00') }),
      ticketFact('TicketReopened', { at: at('11:00') }),
      ticketFact('TicketResolved', { at: at('12:00') }),
    );
    expect(row).toMatchObject({
      resolvedAt: at('12:00'),
      resolutionSeconds: 10_800,
      reopenings: 1,
    });
  });

  it('have no resolution while they are reopened', () => {
    const row = folded(raised, ticketFact('TicketResolved'), ticketFact('TicketReopened'));
    expect(row?.resolvedAt).toBeUndefined();
    expect(row?.resolutionSeconds).toBeUndefined();
  });

  it('keep each rating', () => {
    const row = folded(
      raised,
      ticketFact('TicketRated', { score: 2 }),
      ticketFact('TicketRated', { score: 5 }),
    );
    expect(row?.ratings).toEqual([2, 5]);
  });
});

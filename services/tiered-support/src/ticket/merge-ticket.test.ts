import { type TicketEvent, TicketMerged, TicketTookIn } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { logLine } from '../fixtures/log-lines.ts';
import { pinnedTerms } from '../fixtures/terms.ts';
import {
  callCentre,
  closed,
  fact,
  moment,
  pastOf,
  queued,
  raised,
} from '../fixtures/ticket-past.ts';
import { addMessage, addNote } from './add-message.ts';
import { cancelTicket } from './cancel-ticket.ts';
import { linkTickets } from './link-tickets.ts';
import { mergeTicket, takeInTicket } from './merge-ticket.ts';
import { recordTicketEntry } from './record-ticket-entry.ts';
import { reopenTicket } from './reopen-ticket.ts';
import { afterRinging } from './ring-clocks.ts';
import { ticket } from './ticket.ts';
import { watchTicket } from './watch-ticket.ts';

const given = scenario(ticket);
const at = moment('10:10');
const command = { ticketId: 't-1', intoTicketId: 't-2', at };
const merged = (seconds = 4_200): TicketEvent => ({
  type: 'TicketMerged',
  data: { ...fact('10:10', 'merged'), held: { ...callCentre, seconds }, intoTicketId: 't-2' },
});
const tookIn = (fromTicketId = 't-1', watchers: string[] = []): TicketEvent => ({
  type: 'TicketTookIn',
  data: { ...fact('10:10', 'queued'), ticketId: 't-2', fromTicketId, watchers },
});
const watched = (watcher: string, ticketId = 't-1'): TicketEvent => ({
  type: 'TicketWatched',
  data: { ...fact('09:01', 'queued'), ticketId, watcher },
});
const survivor = raised({ ticketId: 't-2' });
const stateOf = (...past: TicketEvent[]) => past.reduce(ticket.evolve, ticket.initial);

describe('merge a ticket', () => {
  it.each(['queued', 'in-progress', 'waiting'] as const)('ends what is %s', (status) => {
    given(...pastOf[status])
      .when((ticket) => mergeTicket(ticket, command))
      .thenEmits(merged());
    expect(TicketMerged.parse(merged())).toEqual(merged());
    expect(stateOf(...pastOf[status], merged())).toMatchObject({
      status: 'cancelled',
      label: 'merged',
      relations: { mergedInto: 't-2' },
      charged: { first: 4_200 },
    });
  });

  it('stops its clocks for ever', () => {
    const past = [raised({ terms: pinnedTerms() })];
    const merging = afterRinging((ticket) => mergeTicket(ticket, command), at);
    const after = stateOf(...past, ...merging(stateOf(...past)));
    expect(stateOf(...past)).toHaveProperty('nextAlarmAt', expect.any(String));
    expect(after).toMatchObject({ status: 'cancelled', nextAlarmAt: undefined });
  });

  it.each([
    { what: 'what is resolved', past: pastOf.resolved, code: 'ticket-not-open' },
    {
      what: 'what is closed',
      past: [...pastOf.resolved, closed('10:00')],
      code: 'ticket-not-open',
    },
    { what: 'what is cancelled', past: pastOf.cancelled, code: 'ticket-not-open' },
    { what: 'what was never raised', past: [], code: 'ticket-not-found' },
    { what: 'what is merged', past: [raised(), merged()], code: 'ticket-merged' },
    {
      what: 'what took others in',
      past: [raised(), tookIn('t-0')],
      code: 'ticket-took-others-in',
    },
  ])('refuses $what', ({ past, code }) => {
    given(...past)
      .when((ticket) => mergeTicket(ticket, command))
      .thenRefuses(code);
  });

  const later = { ticketId: 't-1', at: moment('10:20') };
  const words = { channel: 'mail', text: 'Hm' } as const;
  it.each([
    {
      what: 'words',
      decide: addMessage,
      about: { ...later, ...words, messageId: 'm-1', from: 'customer' },
    },
    { what: 'notes', decide: addNote, about: { ...later, ...words, noteId: 'n-1' } },
    { what: 'cancelling', decide: cancelTicket, about: later },
    { what: 'reopening', decide: reopenTicket, about: later },
    { what: 'watching', decide: watchTicket, about: { ...later, watcher: 'ada' } },
    {
      what: 'linking',
      decide: linkTickets,
      about: { ...later, link: { ticketId: 't-3', kind: 'related' } },
    },
  ] as const)('leaves no room for $what', ({ decide, about }) => {
    given(raised(), merged())
      .when((ticket) => decide(ticket, about as never))
      .thenRefuses('ticket-merged');
  });

  it('leaves no room for further lines of its log, and still knows those before', () => {
    const past = [raised({ entry: 3, isBroughtIn: true }), merged()];
    given(...past)
      .when((ticket) => recordTicketEntry(ticket, logLine(4, 'queued', '10:20')))
      .thenRefuses('ticket-merged');
    given(...past)
      .when((ticket) => recordTicketEntry(ticket, logLine(3, 'queued', '10:20')))
      .thenNothing();
  });
});

describe('take in a ticket', () => {
  it('takes its watchers along, each once', () => {
    const from = stateOf(raised(), watched('ada'), watched('mia'));
    given(survivor, watched('mia', 't-2'))
      .when((ticket) => takeInTicket(ticket, from, command))
      .thenEmits(tookIn('t-1', ['ada']));
    expect(TicketTookIn.parse(tookIn())).toEqual(tookIn());
    expect(stateOf(survivor, watched('mia', 't-2'), tookIn('t-1', ['ada']))).toMatchObject({
      relations: { tookIn: ['t-1'], watchers: ['mia', 'ada'] },
    });
  });

  it('leaves behind the watchers for whom there is no room', () => {
    const present = Array.from({ length: 49 }, (_, index) => watched(`user-${index}`, 't-2'));
    const from = stateOf(raised(), watched('ada'), watched('mia'));
    given(survivor, ...present)
      .when((ticket) => takeInTicket(ticket, from, command))
      .thenEmits(tookIn('t-1', ['ada']));
  });

  it.each([
    {
      what: 'one of another account',
      past: [raised({ ticketId: 't-2', accountId: 'other' })],
      code: 'ticket-accounts-differ',
    },
    {
      what: 'one that a partner sees, who does not see what goes on in it',
      past: [raised({ ticketId: 't-2', partnerId: 'integra' })],
      code: 'ticket-partners-differ',
    },
    { what: 'one that is not there', past: [], code: 'ticket-not-found' },
    { what: 'one that is merged', past: [survivor, merged()], code: 'ticket-merged' },
    {
      what: 'one that is cancelled',
      past: pastOf.cancelled,
      code: 'ticket-cancelled',
    },
    {
      what: 'one that took in twenty',
      past: [survivor, ...Array.from({ length: 20 }, (_, index) => tookIn(`t-${index}`))],
      code: 'ticket-took-in-too-many',
    },
  ])('refuses to go on in $what', ({ past, code }) => {
    given(...past)
      .when((ticket) => takeInTicket(ticket, stateOf(raised()), command))
      .thenRefuses(code);
  });

  it('leaves the survivor where it is', () => {
    expect(stateOf(survivor, queued('09:30'), tookIn())).toMatchObject({ status: 'queued' });
  });
});

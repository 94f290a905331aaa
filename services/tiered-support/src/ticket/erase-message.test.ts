import {
  type DataOf,
  erasedWords,
  type TicketEvent,
  TicketMessageErased,
  TicketNoteErased,
} from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { at, fact, moment, pastOf, raised } from '../fixtures/ticket-past.ts';
import { type EraseMessage, eraseMessage, momentsOf } from './erase-message.ts';
import { ticket } from './ticket.ts';

const given = scenario(ticket);
const file = { name: 'ann.pdf', mediaType: 'application/pdf', bytes: 7, url: 'https://f.test/a' };

const said = (
  time: string,
  changes: Partial<DataOf<TicketEvent, 'TicketMessageAdded'>> = {},
): TicketEvent => ({
  type: 'TicketMessageAdded',
  data: {
    ...fact(time, 'queued'),
    messageId: 'm-1',
    from: 'customer',
    channel: 'mail',
    text: 'Ann is ill',
    ...changes,
  },
});
const toldAgain = (time: string, changes: { text?: string; attachments?: [typeof file] } = {}) =>
  ({
    type: 'TicketMessageTakenOver',
    data: {
      ...fact(time, 'queued'),
      fromTicketId: 't-0',
      messageId: 'm-1',
      from: 'customer',
      channel: 'mail',
      text: 'Ann is ill',
      saidAt: at('10:01'),
      saidBy: 'carl',
      ...changes,
    },
  }) satisfies TicketEvent;
const note = (time: string, text: string): TicketEvent => ({
  type: 'TicketNoteAdded',
  data: { ...fact(time, 'queued'), noteId: 'm-1', text },
});

const erasing =
  (changes: Partial<EraseMessage> = {}) =>
  (state: Parameters<typeof eraseMessage>[0], past: readonly TicketEvent[]) =>
    eraseMessage(state, past, {
      ticketId: 't-1',
      messageId: 'm-1',
      saidAt: [at('10:01')],
      at: moment('12:00'),
      ...changes,
    });
const toldOfMessage: TicketEvent = {
  type: 'TicketMessageErased',
  data: { ...fact('12:00', 'queued'), messageId: 'm-1', saidAt: at('10:01') },
};
const toldOfNote: TicketEvent = {
  type: 'TicketNoteErased',
  data: { ...fact('12:00', 'queued'), noteId: 'm-1', saidAt: at('10:01') },
};
const other = said('10:02', { messageId: 'm-2' });

describe('erase a message', () => {
  it.each([
    {
      what: 'a message with its files',
      before: said('10:01', { attachments: [file] }),
      after: said('10:01', { text: erasedWords }),
      told: toldOfMessage,
    },
    {
      what: 'what was told again with its files',
      before: toldAgain('10:30', { attachments: [file] }),
      after: toldAgain('10:30', { text: erasedWords }),
      told: toldOfMessage,
    },
    {
      what: 'a note',
      before: note('10:01', 'Ann, again'),
      after: note('10:01', erasedWords),
      told: toldOfNote,
    },
  ])('takes the words of $what and leaves all else', ({ before, after, told }) => {
    given(raised(), before, other).erase(erasing()).thenLeaves([raised(), after, other], told);
  });

  it('is told in facts that say nothing of the words', () => {
    expect(TicketMessageErased.parse(toldOfMessage)).toEqual(toldOfMessage);
    expect(TicketNoteErased.parse(toldOfNote)).toEqual(toldOfNote);
  });

  it('leaves what was said later under the same id', () => {
    const later = said('10:03');
    given(raised(), said('10:01'), later)
      .erase(erasing())
      .thenLeaves([raised(), said('10:01', { text: erasedWords }), later], toldOfMessage);
  });

  it('changes nothing where all is erased already', () => {
    given(raised(), said('10:01', { text: erasedWords }))
      .erase(erasing())
      .thenChangesNothing();
  });

  it.each(Object.entries(pastOf))('leaves a ticket that is %s as it is', (_status, past) => {
    const before = [...past, said('10:01')];
    const { left, events } = erasing()(before.reduce(ticket.evolve, ticket.initial), before);
    expect(JSON.stringify(left)).not.toContain('Ann');
    expect([...left, ...events].reduce(ticket.evolve, ticket.initial)).toEqual(
      before.reduce(ticket.evolve, ticket.initial),
    );
  });

  it.each<{ what: string; past: TicketEvent[]; changes: Partial<EraseMessage>; code: string }>([
    { what: 'no such ticket', past: [], changes: {}, code: 'ticket-not-found' },
    {
      what: 'no such message',
      past: [raised(), said('10:01')],
      changes: { messageId: 'm-9' },
      code: 'ticket-message-not-found',
    },
    {
      what: 'nothing said under that id at that time',
      past: [raised(), said('10:03')],
      changes: {},
      code: 'ticket-message-not-found',
    },
  ])('is refused where there is $what', ({ past, changes, code }) => {
    given(...past)
      .erase(erasing(changes))
      .thenRefuses(code);
  });

  it('knows when something was said under an id, wherever it is told', () => {
    const facts = [raised(), said('10:03'), other, toldAgain('10:30'), note('10:05', 'Hm')];
    expect(momentsOf(facts, 'm-1')).toEqual([at('10:03'), at('10:01'), at('10:05')]);
  });
});

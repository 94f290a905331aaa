import type { TicketEvent } from '@steward/contracts';
import { fact, raised, waited, worked } from '../fixtures/ticket-past.ts';
import { heardByUntil, isBroughtIn, type ToldFact } from './heard-by.ts';

const told = (...events: readonly (readonly [TicketEvent, actor: string])[]): ToldFact[] =>
  events.map(([event, actor], index) => ({ ...event, actor, version: index + 1 }));

const said = (from: 'staff' | 'customer'): TicketEvent => ({
  type: 'TicketMessageAdded',
  data: { ...fact('09:30', 'queued'), messageId: 'm-1', from, channel: 'mail', text: 'Hm' },
});
const workedBy = (agent: string | undefined): TicketEvent => ({
  type: 'TicketWorkStarted',
  data: { ...fact('09:10', 'in-progress'), agent },
});

const claimed = (agentId: string): TicketEvent => ({
  type: 'TicketClaimed',
  data: { ...fact('09:05', 'queued'), agentId, holdingId: 'h-1' },
});

describe('who heard the customer in a ticket', () => {
  it.each([
    { who: 'nobody at first', events: [[raised(), 'carl']], heard: [] },
    { who: 'who works on it by name', events: [[worked('09:10', 'bob'), 'ada']], heard: ['bob'] },
    { who: 'who starts to work', events: [[workedBy(undefined), 'ada']], heard: ['ada'] },
    { who: 'who claims it', events: [[claimed('eve'), 'eve']], heard: ['eve'] },
    { who: 'who waits', events: [[waited('09:20', { agent: 'eve' }), 'ada']], heard: ['eve'] },
    {
      who: 'who answers, once',
      events: [
        [said('staff'), 'ada'],
        [said('staff'), 'ada'],
      ],
      heard: ['ada'],
    },
    { who: 'not the customer', events: [[said('customer'), 'carl']], heard: [] },
    { who: 'no program', events: [[said('staff'), 'system:mailer']], heard: [] },
    { who: 'nobody without an id', events: [[workedBy('Ada Lovelace'), 'x']], heard: [] },
  ] as { who: string; events: [TicketEvent, string][]; heard: string[] }[])(
    'is $who',
    ({ events, heard }) => {
      expect(heardByUntil(told(...events), 9)).toEqual(heard);
    },
  );

  it('is nobody who came later', () => {
    const facts = told([raised(), 'carl'], [said('customer'), 'carl'], [said('staff'), 'ada']);
    expect(heardByUntil(facts, 2)).toEqual([]);
    expect(heardByUntil(facts, 4)).toEqual(['ada']);
  });

  it.each([true, false])('tells whether its past is brought in: %s', (brought) => {
    expect(isBroughtIn(told([raised({ isBroughtIn: brought }), 'ingo']))).toBe(brought);
  });
});

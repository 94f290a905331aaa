import {
  type CannedAnswerContent,
  type CannedAnswerEvent,
  cannedAnswerNoun,
} from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import fc from 'fast-check';
import { at, moment, fact as ticketFact } from '../fixtures/ticket-past.ts';
import { type CannedAnswer, cannedAnswer } from './canned-answer.ts';
import { cannedAnswerUses } from './canned-answer-uses.projection.ts';
import { defineAnswer, retireAnswer, reviseAnswer } from './define-answer.ts';
import { placeholders, renderAnswer } from './render-answer.ts';

const given = scenario(cannedAnswer);
const saying = (...texts: string[]): CannedAnswerContent => ({
  name: 'Thanks',
  texts: texts.map((text, index) => ({ language: ['en', 'zh'][index] ?? 'de', text })),
});
const on = { cannedAnswerId: 'thanks', at: moment('09:00') };
const fact = { cannedAnswerId: 'thanks', at: at('09:00') };

const defined: CannedAnswerEvent = {
  type: 'CannedAnswerDefined',
  data: { ...fact, content: saying('Thank you, {{customer.name}}') },
};
const revised: CannedAnswerEvent = {
  type: 'CannedAnswerRevised',
  data: { ...fact, content: saying('Thanks a lot') },
};
const retired: CannedAnswerEvent = { type: 'CannedAnswerRetired', data: fact };

const define =
  (content = saying('Thank you, {{customer.name}}')) =>
  (answer: CannedAnswer) =>
    defineAnswer(answer, { ...on, content });
const revise =
  (content = saying('Thanks a lot')) =>
  (answer: CannedAnswer) =>
    reviseAnswer(answer, { ...on, content });
const retire = (answer: CannedAnswer) => retireAnswer(answer, on);

describe('a canned answer', () => {
  it.each([
    { what: 'is defined', past: [], decide: define(), event: defined },
    { what: 'is revised', past: [defined], decide: revise(), event: revised },
    { what: 'is retired', past: [defined], decide: retire, event: retired },
    { what: 'is defined anew', past: [defined, retired], decide: define(), event: defined },
  ])('$what', ({ past, decide, event }) => {
    given(...past)
      .when(decide)
      .thenEmits(event);
    const contract = cannedAnswerNoun.events.find(({ type }) => type === event.type);
    expect(contract?.parse(event)).toEqual(event);
  });

  const gone = [defined, retired];
  const unknown = 'canned-answer-placeholder-unknown';
  it.each([
    {
      what: 'defined twice',
      past: [defined],
      decide: define(),
      code: 'canned-answer-already-defined',
    },
    {
      what: 'revised where there is none',
      past: [],
      decide: revise(),
      code: 'canned-answer-not-found',
    },
    {
      what: 'retired where there is none',
      past: [],
      decide: retire,
      code: 'canned-answer-not-found',
    },
    { what: 'revised when retired', past: gone, decide: revise(), code: 'canned-answer-retired' },
    { what: 'retired twice', past: gone, decide: retire, code: 'canned-answer-retired' },
    { what: 'to tell secrets', past: [], decide: define(saying('{{password}}')), code: unknown },
    { what: 'to say nothing', past: [], decide: define(saying('{{}}')), code: unknown },
    {
      what: 'revised to tell secrets',
      past: [defined],
      decide: revise(saying('Hm', '{{ customer.phone }}')),
      code: unknown,
    },
    {
      what: 'to say two things in a language',
      past: [],
      decide: define(saying('1', '2', '3', '4')),
      code: 'canned-answer-language-twice',
    },
  ])('is not $what', ({ past, decide, code }) => {
    given(...past)
      .when(decide)
      .thenRefuses(code);
  });
});

describe('the uses of canned answers', () => {
  const occurrence = { id: 'e-1', topic: 'tiered-support.ticket', key: 't-1', version: 2 };
  const said = (cannedAnswerId?: string) => ({
    ...occurrence,
    at: at('09:00'),
    type: 'TicketMessageAdded' as const,
    data: {
      ...ticketFact('09:00', 'queued'),
      messageId: 'm-1',
      from: 'staff' as const,
      channel: 'mail' as const,
      text: 'Thank you',
      cannedAnswerId,
    },
  });

  it('are one row for each message that was made from one', () => {
    const { keyOf, apply } = cannedAnswerUses;
    expect(keyOf(said('thanks'))).toBe('e-1');
    const row = apply(undefined, said('thanks'));
    expect(row).toEqual({ cannedAnswerId: 'thanks', at: at('09:00') });
    expect(apply(row, said('thanks'))).toEqual(row);
  });

  it('are no others', () => {
    expect(cannedAnswerUses.keyOf(said())).toBeUndefined();
    expect(cannedAnswerUses.apply(undefined, said())).toBeUndefined();
  });
});

describe('render a canned answer', () => {
  const filling = {
    'customer.name': 'Acme',
    'ticket.subject': 'No light',
    'ticket.id': 't-1',
    agent: 'ada',
  };

  it('fills in all that is known', () => {
    const text = '{{customer.name}}: {{ ticket.subject }} ({{ticket.id}}), {{agent}}, {{agent}}';
    const rendered = renderAnswer(saying(text), filling).text;
    expect(rendered).toBe('Acme: No light (t-1), ada, ada');
  });

  it.each([
    [undefined, 'en'],
    ['zh', 'zh'],
    ['fr', 'en'],
  ])('answers who asks for %s in %s', (wanted, language) => {
    const content = saying('Thank you', '谢谢');
    expect(renderAnswer(content, filling, wanted).language).toBe(language);
  });

  it('fills in once, whatever customers call things', () => {
    fc.assert(
      fc.property(fc.constantFrom(...placeholders), fc.string(), (placeholder, value) => {
        const told = { ...filling, 'ticket.subject': `{{${placeholder}}}${value}` };
        const { text } = renderAnswer(saying('On {{ticket.subject}}.'), told);
        expect(text).toBe(`On ${told['ticket.subject']}.`);
      }),
    );
  });
});

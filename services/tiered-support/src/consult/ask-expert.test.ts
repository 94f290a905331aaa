import { ConsultAnswered, ConsultAsked } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { answerConsult, askExpert } from './ask-expert.ts';
import { consult } from './consult.ts';

const given = scenario(consult);
const at = '2026-03-02T10:00:00.000Z';
const now = new Date(at);
const on = { consultId: 'c-1', ticketId: 't-1', accountId: 'acme', at };
const question = { question: 'Which seal?', team: 'Experts', expert: 'eva', askedBy: 'ada' };
const ticket = { ticketId: 't-1', accountId: 'acme', arrangement: { tier: 3 } } as const;
const ask = { ...question, consultId: 'c-1', ticket, at: now };
const answer = { consultId: 'c-1', answer: 'The black one', answeredBy: 'eva', at: now };
const asked = { type: 'ConsultAsked', data: { ...on, ...question } } as const;
const answered = {
  type: 'ConsultAnswered',
  data: { ...on, answer: 'The black one', answeredBy: 'eva' },
} as const;

describe('ask an expert', () => {
  it('R101: keeps what was asked about a ticket of the third tier', () => {
    given()
      .when((state) => askExpert(state, ask))
      .thenEmits(asked);
    expect(ConsultAsked.parse(asked)).toEqual(asked);
  });

  it.each([1, 2] as const)('R101: asks none about a ticket of tier %s', (tier) => {
    given()
      .when((state) => askExpert(state, { ...ask, ticket: { ...ticket, arrangement: { tier } } }))
      .thenRefuses('consult-not-in-tier-3');
  });

  it('refuses to ask the same twice', () => {
    given(asked)
      .when((state) => askExpert(state, ask))
      .thenRefuses('consult-already-asked');
  });
});

describe('answer a consult', () => {
  it('keeps who answered what', () => {
    given(asked)
      .when((state) => answerConsult(state, answer))
      .thenEmits(answered);
    expect(ConsultAnswered.parse(answered)).toEqual(answered);
    expect([asked, answered].reduce(consult.evolve, consult.initial)).toMatchObject({
      status: 'answered',
      answer: 'The black one',
      answeredAt: at,
    });
  });

  it.each([
    { what: 'what nobody asked', past: [], change: {}, code: 'consult-not-found' },
    { what: 'again', past: [asked, answered], change: {}, code: 'consult-already-answered' },
    {
      what: 'before it was asked',
      past: [asked],
      change: { at: new Date('2026-03-02T09:59:59.999Z') },
      code: 'consult-answered-before-asked',
    },
  ])('refuses to answer $what', ({ past, change, code }) => {
    given(...past)
      .when((state) => answerConsult(state, { ...answer, ...change }))
      .thenRefuses(code);
  });
});

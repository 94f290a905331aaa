import {
  ConversationClosed,
  ConversationContinued,
  type ConversationEvent,
  ConversationRecorded,
  type DataOf,
  type Turn,
} from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { conversation } from './conversation.ts';
import {
  closeConversation,
  continueConversation,
  type RecordConversation,
  recordConversation,
} from './record-conversation.ts';

const given = scenario(conversation);
const at = '2026-03-02T12:00:00.000Z';
const noon = new Date(at);
const turns: Turn[] = [{ from: 'customer', text: 'We need more seats.' }];

const record = (changes: Partial<RecordConversation> = {}): RecordConversation => ({
  conversationId: 'c-1',
  accountId: 'acme',
  channel: 'call',
  language: 'auto',
  participants: [],
  turns,
  recordedBy: 'mia',
  at: noon,
  ...changes,
});
const about = { conversationId: 'c-1', accountId: 'acme', at };

const recorded = (
  changes: Partial<DataOf<ConversationEvent, 'ConversationRecorded'>> = {},
): ConversationEvent => ({
  type: 'ConversationRecorded',
  data: {
    ...about,
    channel: 'call',
    language: 'auto',
    participants: [],
    heardBy: ['mia'],
    startedAt: at,
    turns,
    ...changes,
  },
});
const continued: ConversationEvent = {
  type: 'ConversationContinued',
  data: { ...about, language: 'auto', heardBy: ['mia'], turnsBefore: 1, turns },
};
const closed: ConversationEvent = { type: 'ConversationClosed', data: about };
const proceed = { conversationId: 'c-1', turns, at: noon };

const characters = (count: number): Turn[] =>
  Array.from({ length: count / 10_000 }, () => ({ from: 'customer', text: 'a'.repeat(10_000) }));
const long = characters(200_000);
const many: Turn[] = Array.from({ length: 2_000 }, () => ({ from: 'staff', text: 'Hm' }));

describe('record a conversation', () => {
  it('credits whoever records it where no staff is named', () => {
    given()
      .when((conversation) => recordConversation(conversation, record()))
      .thenEmits(recorded());
  });

  it('R104: credits the staff who took part, each once', () => {
    const participants: RecordConversation['participants'] = [
      { personId: 'carl', from: 'customer' },
      { personId: 'ada', from: 'staff', name: 'Ada' },
      { personId: 'ada', from: 'staff' },
      { personId: 'bob', from: 'staff' },
    ];
    const startedAt = '2026-03-01T12:00:00.000Z';
    given()
      .when((conversation) => recordConversation(conversation, record({ participants, startedAt })))
      .thenEmits(recorded({ participants, startedAt, heardBy: ['ada', 'bob'] }));
  });

  it.each([
    {
      what: 'that was recorded before',
      past: [recorded()],
      said: turns,
      code: 'conversation-already-recorded',
    },
    {
      what: 'of too many words',
      past: [],
      said: [...long, ...turns],
      code: 'conversation-too-long',
    },
    {
      what: 'of too many turns',
      past: [],
      said: [...many, ...turns],
      code: 'conversation-too-long',
    },
  ])('refuses one $what', ({ past, said, code }) => {
    given(...past)
      .when((conversation) => recordConversation(conversation, record({ turns: said })))
      .thenRefuses(code);
  });
});

describe('continue a conversation', () => {
  it('counts on from what was said before', () => {
    given(recorded())
      .when((conversation) => continueConversation(conversation, proceed))
      .thenEmits(continued);
    const state = [recorded(), continued].reduce(conversation.evolve, conversation.initial);
    expect(state).toMatchObject({ status: 'open', turnCount: 2, characterCount: 38 });
  });

  it.each([
    { what: 'never began', past: [], code: 'conversation-not-found' },
    { what: 'is closed', past: [recorded(), closed], code: 'conversation-closed' },
    { what: 'has all the words', past: [recorded({ turns: long })], code: 'conversation-too-long' },
    { what: 'has all the turns', past: [recorded({ turns: many })], code: 'conversation-too-long' },
  ])('refuses where it $what', ({ past, code }) => {
    given(...past)
      .when((conversation) => continueConversation(conversation, proceed))
      .thenRefuses(code);
  });
});

describe('close a conversation', () => {
  it('ends it', () => {
    given(recorded())
      .when((conversation) => closeConversation(conversation, proceed))
      .thenEmits(closed);
  });

  it.each([
    { what: 'never began', past: [], code: 'conversation-not-found' },
    { what: 'is closed', past: [recorded(), closed], code: 'conversation-closed' },
  ])('refuses where it $what', ({ past, code }) => {
    given(...past)
      .when((conversation) => closeConversation(conversation, proceed))
      .thenRefuses(code);
  });
});

describe('the facts of conversations', () => {
  it.each([
    { contract: ConversationRecorded, event: recorded() },
    { contract: ConversationContinued, event: continued },
    { contract: ConversationClosed, event: closed },
  ])('fit the contract: $event.type', ({ contract, event }) => {
    expect(contract.parse(event)).toEqual(event);
  });
});

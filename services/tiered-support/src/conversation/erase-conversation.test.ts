import {
  ConversationErased,
  type ConversationEvent,
  ConversationRecorded,
  erasedPerson,
  erasedWords,
} from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { type Conversation, conversation } from './conversation.ts';
import { eraseConversation } from './erase-conversation.ts';

const given = scenario(conversation);
const at = '2026-03-02T12:00:00.000Z';
const about = { conversationId: 'c-1', accountId: 'acme', at };
const kept = { language: 'en', heardBy: ['bob'] } as const;
const recorded = (
  changes: Partial<Extract<ConversationEvent, { type: 'ConversationRecorded' }>['data']> = {},
): ConversationEvent => ({
  type: 'ConversationRecorded',
  data: {
    ...about,
    ...kept,
    heardBy: ['bob'],
    channel: 'call',
    startedAt: at,
    participants: [
      { personId: 'ann', from: 'customer', name: 'Ann Smith' },
      { personId: 'bob', from: 'staff', name: 'Bob' },
    ],
    turns: [{ from: 'customer', speaker: 'Ann', text: 'I am ill', at }],
    ...changes,
  },
});
const continued = (text: string, speaker?: string): ConversationEvent => ({
  type: 'ConversationContinued',
  data: {
    ...about,
    ...kept,
    heardBy: ['bob'],
    turnsBefore: 1,
    turns: [{ from: 'staff', text, ...(speaker && { speaker }) }],
  },
});
const closed: ConversationEvent = { type: 'ConversationClosed', data: about };

const erase = (state: Conversation, past: readonly ConversationEvent[]) =>
  eraseConversation(state, past, { conversationId: 'c-1', at: new Date(at) });
const told: ConversationEvent = { type: 'ConversationErased', data: about };

const left = [
  recorded({
    participants: [
      { personId: erasedPerson, from: 'customer' },
      { personId: 'bob', from: 'staff' },
    ],
    turns: [{ from: 'customer', text: erasedWords, at }],
  }),
  continued(erasedWords),
  closed,
];

describe('erase a conversation', () => {
  it('takes every word and who of the customer took part, and leaves how much was said', () => {
    given(recorded(), continued('Get well, Ann', 'Bob'), closed)
      .erase(erase)
      .thenLeaves(left, told);
    const state = [...left, told].reduce(conversation.evolve, conversation.initial);
    expect(state).toMatchObject({ status: 'closed', turnCount: 2, heardBy: ['bob'] });
    for (const [contract, fact] of [
      [ConversationRecorded, left[0]],
      [ConversationErased, told],
    ] as const)
      expect(contract.parse(fact)).toEqual(fact);
  });

  it('changes nothing where all is erased already', () => {
    given(...left, told)
      .erase(erase)
      .thenChangesNothing();
  });

  it('takes what was said since it was erased', () => {
    given(...left.slice(0, 2), told, continued('Ann is back'))
      .erase(erase)
      .thenLeaves([...left.slice(0, 2), told, continued(erasedWords)], told);
  });

  it('is refused where there is none', () => {
    given().erase(erase).thenRefuses('conversation-not-found');
  });
});

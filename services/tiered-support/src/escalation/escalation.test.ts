import {
  EscalationAcknowledged,
  EscalationEnded,
  type EscalationEvent,
  EscalationMadeByHand,
  EscalationPostponed,
  EscalationStarted,
  EscalationStepTaken,
} from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import {
  acknowledged,
  always,
  breached,
  ended,
  escalationFact,
  escalationStep,
  inShanghai,
  pinnedHours,
  pinnedLadder,
  started,
  stepTaken,
} from '../fixtures/escalations.ts';
import { acknowledgeEscalation } from './acknowledge-escalation.ts';
import { endEscalation } from './end-escalation.ts';
import { type Escalation, escalation } from './escalation.ts';
import { type MakeByHand, makeByHand } from './make-by-hand.ts';
import { startEscalation } from './start-escalation.ts';
import { type TakeStep, takeStep } from './take-step.ts';

const given = scenario(escalation);
const after = (...past: EscalationEvent[]) => past.reduce(escalation.evolve, escalation.initial);
const { at: _, ...of } = escalationFact('10:00');

const postponed = (time: string, until: string): EscalationEvent => ({
  type: 'EscalationPostponed',
  data: { ...escalationFact(time), until: inShanghai(until).toISOString() },
});
const byHand: EscalationEvent = {
  type: 'EscalationMadeByHand',
  data: {
    ...escalationFact('10:00'),
    ...{ number: 1, kind: 'hierarchical', to: 'cco', recipientId: 'cid', channel: 'phone' },
    reason: 'Their plant stands still',
  },
};

describe('start an escalation', () => {
  const start = (state: Escalation) =>
    startEscalation(state, {
      ...of,
      ...{ cause: breached, ladder: pinnedLadder(), at: inShanghai('10:00') },
    });

  it('begins the ladder, and knows when the first step is due', () => {
    given().when(start).thenEmits(started('10:00'));
    expect(after(started('10:00'))).toMatchObject({
      status: 'running',
      nextStepAt: inShanghai('10:30').toISOString(),
      taken: [],
    });
  });

  it('begins it once, whatever has become of it', () => {
    for (const past of [[], [acknowledged('10:10')], [ended('10:10')]])
      given(started('10:00'), ...past)
        .when(start)
        .thenNothing();
  });
});

const take =
  (time: string, ticket: TakeStep['ticket'] = { isOpen: true }) =>
  (state: Escalation) =>
    takeStep(state, { at: inShanghai(time), ticket });

describe('take the steps of a ladder', () => {
  const second = stepTaken('13:00', { number: 2, to: 'cco', recipientId: 'cid' });

  it.each([
    { time: '10:29', past: [], tells: [] },
    { time: '10:30', past: [], tells: [stepTaken('10:30')] },
    { time: '11:59', past: [stepTaken('10:30')], tells: [] },
    { time: '12:59', past: [stepTaken('10:30')], tells: [] },
    { time: '13:00', past: [stepTaken('10:30')], tells: [second] },
    { time: '99:00', past: [stepTaken('10:30'), second], tells: [] },
  ] as { time: string; past: EscalationEvent[]; tells: EscalationEvent[] }[])(
    'tells at $time whoever is due, one at a time',
    ({ time, past, tells }) => {
      given(started('10:00'), ...past)
        .when(take(time))
        .thenEmits(...tells);
    },
  );

  it('tells one alone, though both would have been due while nobody was awake', () => {
    given(started('10:00')).when(take('34:00')).thenEmits(stepTaken('34:00'));
    expect(after(started('10:00'), stepTaken('34:00'))).toMatchObject({
      nextStepAt: inShanghai('35:30').toISOString(),
    });
  });

  it('waits for the morning when the bell is so late that the recipient is gone', () => {
    given(started('10:00')).when(take('19:00')).thenEmits(postponed('19:00', '33:00'));
    const past = [started('10:00'), postponed('19:00', '33:00')];
    given(...past)
      .when(take('32:59'))
      .thenNothing();
    given(...past)
      .when(take('33:00'))
      .thenEmits(stepTaken('33:00'));
  });

  it('tells what is critical at whatever hour', () => {
    const ladder = pinnedLadder({ hours: always, steps: [escalationStep({ critical: true })] });
    given(started('19:00', { ladder }))
      .when(take('19:30'))
      .thenEmits(stepTaken('19:30', { critical: true }));
  });

  it('tells whoever works on the ticket by then', () => {
    const steps = [escalationStep({ to: 'owner' })];
    const ladder = pinnedLadder({ steps, recipients: { owner: pinnedHours() } });
    const past = started('10:00', { ladder });
    given(past)
      .when(take('10:30', { isOpen: true, agent: 'ada' }))
      .thenEmits(stepTaken('10:30', { to: 'owner', recipientId: 'ada' }));
    given(past)
      .when(take('10:30'))
      .thenEmits(stepTaken('10:30', { to: 'owner', recipientId: undefined as never }));
  });

  it('ends instead where the ticket is settled', () => {
    given(started('10:00'))
      .when(take('10:30', { isOpen: false }))
      .thenEmits(ended('10:30'));
  });

  it('ends instead where the silence that it is about is over', () => {
    const since = inShanghai('09:00').toISOString();
    const past = started('10:00', { cause: { kind: 'silence', since } });
    given(past)
      .when(take('10:30', { isOpen: true, silentSince: since }))
      .thenEmits(stepTaken('10:30'));
    for (const silentSince of [inShanghai('10:20').toISOString(), undefined])
      given(past)
        .when(take('10:30', { isOpen: true, silentSince }))
        .thenEmits(ended('10:30', 'answered'));
  });

  it.each([
    ['is acknowledged', [started('10:00'), stepTaken('10:30'), acknowledged('10:40')]],
    ['has ended', [started('10:00'), stepTaken('10:30'), ended('10:40')]],
    ['was made by hand', [byHand]],
    ['never began', []],
  ])('tells nobody of what %s', (_what, past) => {
    given(...past)
      .when(take('99:00'))
      .thenNothing();
  });

  it('remembers who was told of what', () => {
    expect(after(started('10:00'), stepTaken('10:30'))).toMatchObject({
      kinds: ['hierarchical'],
      toldTo: ['lea'],
      taken: [{ number: 1, to: 'team-lead', recipientId: 'lea', channel: 'mail' }],
    });
  });
});

describe('acknowledge an escalation', () => {
  const acknowledge =
    (by: string, { isManager = false, time = '10:40' } = {}) =>
    (state: Escalation) =>
      acknowledgeEscalation(state, {
        ...{ escalationId: 'e-1', by, isManager },
        at: inShanghai(time),
      });
  const told = [started('10:00'), stepTaken('10:30')];

  it('is for whoever was told', () => {
    given(...told)
      .when(acknowledge('lea'))
      .thenEmits(acknowledged('10:40'));
    given(byHand).when(acknowledge('cid')).thenEmits(acknowledged('10:40', 'cid'));
  });

  it('is for a manager as well, even before anybody was told', () => {
    given(started('10:00'))
      .when(acknowledge('mia', { isManager: true }))
      .thenEmits(acknowledged('10:40', 'mia'));
  });

  it('leaves nothing due', () => {
    expect(after(...told, acknowledged('10:40'))).toMatchObject({
      status: 'acknowledged',
      acknowledgedBy: 'lea',
    });
    expect(after(...told, acknowledged('10:40'))).not.toHaveProperty('nextStepAt');
  });

  it.each([
    { what: 'what never began', past: [], by: 'lea', code: 'escalation-not-found' },
    { what: 'whoever comes later', past: told, by: 'cid', code: 'escalation-not-yours' },
    {
      what: 'a second time',
      past: [...told, acknowledged('10:35')],
      by: 'lea',
      code: 'escalation-already-acknowledged',
    },
    {
      what: 'what has ended',
      past: [...told, ended('10:35')],
      by: 'lea',
      code: 'escalation-ended',
    },
    {
      what: 'what was not told yet by then',
      past: [...told, stepTaken('10:50', { number: 2 })],
      by: 'lea',
      code: 'escalation-out-of-order',
    },
  ])('refuses $what', ({ past, by, code }) => {
    given(...past)
      .when(acknowledge(by))
      .thenRefuses(code);
  });
});

describe('end an escalation', () => {
  const end = (time: string) => (state: Escalation) =>
    endEscalation(state, { why: 'answered', at: inShanghai(time) });

  it('ends what runs, after its last step too', () => {
    const ladder = pinnedLadder({ steps: [escalationStep()] });
    given(started('10:00', { ladder }), stepTaken('10:30'))
      .when(end('11:00'))
      .thenEmits(ended('11:00', 'answered'));
    expect(after(started('10:00'), ended('11:00', 'answered'))).toMatchObject({
      status: 'ended',
      endedBecause: 'answered',
    });
  });

  it.each([
    { what: 'what began since then', past: [started('11:01')] },
    { what: 'what somebody has taken on', past: [started('10:00'), acknowledged('10:10')] },
    { what: 'what has ended', past: [started('10:00'), ended('10:10')] },
    { what: 'what never began', past: [] },
  ])('leaves $what alone', ({ past }) => {
    given(...past)
      .when(end('11:00'))
      .thenNothing();
  });
});

describe('escalate by hand', () => {
  const command: MakeByHand = {
    ...of,
    ...{ kind: 'hierarchical', to: 'cco', recipientId: 'cid', channel: 'phone' },
    reason: 'Their plant stands still',
    at: inShanghai('10:00'),
  };

  it('tells somebody at once, with the reason, and waits for an answer', () => {
    given()
      .when((state) => makeByHand(state, command))
      .thenEmits(byHand);
    expect(after(byHand)).toMatchObject({
      status: 'running',
      cause: { kind: 'by-hand', reason: 'Their plant stands still' },
      toldTo: ['cid'],
    });
  });

  it.each([
    { what: 'no reason', changes: { reason: undefined }, code: 'escalation-reason-missing' },
    { what: 'a blank reason', changes: { reason: ' ' }, code: 'escalation-reason-missing' },
    {
      what: 'more skill at no desk',
      changes: { kind: 'functional' as const },
      code: 'escalation-desk-missing',
    },
    { what: 'nobody to tell', changes: { recipientId: undefined }, code: 'escalation-nobody-told' },
  ])('refuses $what', ({ changes, code }) => {
    given()
      .when((state) => makeByHand(state, { ...command, ...changes }))
      .thenRefuses(code);
  });

  it('refuses the same one twice', () => {
    given(byHand)
      .when((state) => makeByHand(state, command))
      .thenRefuses('escalation-already-started');
  });
});

describe('the facts of escalations', () => {
  it.each([
    { contract: EscalationStarted, event: started('10:00') },
    { contract: EscalationStepTaken, event: stepTaken('10:30') },
    { contract: EscalationPostponed, event: postponed('12:00', '13:00') },
    { contract: EscalationMadeByHand, event: byHand },
    { contract: EscalationAcknowledged, event: acknowledged('10:40') },
    { contract: EscalationEnded, event: ended('10:40') },
  ])('fit the contract of $event.type', ({ contract, event }) => {
    expect(contract.parse(event)).toEqual(event);
  });
});

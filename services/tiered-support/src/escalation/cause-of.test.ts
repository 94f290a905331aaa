import type { EscalationTrigger } from '@steward/contracts';
import { causeKey, causeOf, type Occasion } from './cause-of.ts';

const clock = { clock: 'resolution', number: 1 } as const;
const warned = (percent: number): Occasion => ({ kind: 'clock-warned', ...clock, percent });
const breached: Occasion = { kind: 'clock-breached', ...clock };
const ofLine: Occasion = { kind: 'clock-breached', clock: 'line', line: 'second', number: 1 };
const reopened = (times: number): Occasion => ({ kind: 'reopened', times });
const raised: Occasion = { kind: 'raised', accountId: 'acme', segment: 'large' };

const percent: EscalationTrigger = { kind: 'percent', clock: 'resolution', percent: 75 };
const breach: EscalationTrigger = { kind: 'breach', clock: 'resolution' };
const twice: EscalationTrigger = { kind: 'reopened', times: 2 };
const vip: EscalationTrigger = { kind: 'vip', accounts: ['acme'] };
const large: EscalationTrigger = { kind: 'vip', segments: ['large'] };
const silence: EscalationTrigger = { kind: 'silence', minutes: 60 };

describe('what sets a ladder off', () => {
  it.each([
    { what: 'a warning at its percent', trigger: percent, occasion: warned(75) },
    { what: 'a warning beyond it', trigger: percent, occasion: warned(90) },
    { what: 'a breach that nobody was warned of', trigger: percent, occasion: breached },
    { what: 'a breach', trigger: breach, occasion: breached },
    { what: 'the nth reopening', trigger: twice, occasion: reopened(2) },
    { what: 'each reopening after it', trigger: twice, occasion: reopened(3) },
  ])('is $what', ({ trigger, occasion }) => {
    expect(causeOf(trigger, occasion)).toEqual(occasion);
  });

  it.each([
    ['account', vip],
    ['segment', large],
  ])('is a ticket of an %s that is always worth it', (_by, trigger) => {
    expect(causeOf(trigger, raised)).toEqual({ kind: 'vip' });
  });

  it.each([
    { what: 'an earlier warning', trigger: percent, occasion: warned(50) },
    { what: 'a warning, for a breach', trigger: breach, occasion: warned(90) },
    { what: 'another clock', trigger: breach, occasion: ofLine },
    { what: 'a reopening too few', trigger: twice, occasion: reopened(1) },
    { what: 'a reopening, for a breach', trigger: breach, occasion: reopened(9) },
    { what: 'a breach, for reopenings', trigger: twice, occasion: breached },
    {
      what: "another customer's ticket",
      trigger: vip,
      occasion: { ...raised, accountId: 'other' } as Occasion,
    },
    {
      what: 'a customer of no known segment',
      trigger: large,
      occasion: { kind: 'raised', accountId: 'acme' } as Occasion,
    },
    { what: 'a breach, for important customers', trigger: vip, occasion: breached },
    { what: 'anything at all, for silence', trigger: silence, occasion: raised },
  ])('is not $what', ({ trigger, occasion }) => {
    expect(causeOf(trigger, occasion)).toBe(undefined);
  });
});

describe('the key of a cause', () => {
  const since = '2026-03-02T09:00:00.000Z';

  it.each([
    ['warnings of one clock, and its breach', [warned(50), warned(75), breached], 1],
    ['clocks', [breached, { ...breached, number: 2 }, ofLine], 3],
    ['reopenings', [reopened(2), reopened(3)], 2],
    [
      'silences',
      [
        { kind: 'silence', since },
        { kind: 'silence', since: '2026-03-03T09:00:00.000Z' },
      ],
      2,
    ],
    ['ways to be set off', [breached, reopened(1), { kind: 'vip' }, { kind: 'silence', since }], 4],
  ])('tells %s apart as they are', (_what, causes, count) => {
    const keys = causes.map((cause) => causeKey(cause as never).join(' '));
    expect(new Set(keys).size).toBe(count);
  });
});

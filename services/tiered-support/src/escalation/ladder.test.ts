import type { EscalationEvent, EscalationStep, PinnedLadder } from '@steward/contracts';
import fc from 'fast-check';
import { businessTime } from '../calendar/business-time.ts';
import {
  always,
  escalationFact,
  escalationStep,
  inShanghai,
  pinnedHours,
  pinnedLadder,
  started,
} from '../fixtures/escalations.ts';
import { officeHours } from '../fixtures/hours.ts';
import { acknowledgeEscalation } from './acknowledge-escalation.ts';
import { type Escalation, escalation } from './escalation.ts';
import { nextStepMs } from './ladder.ts';
import { takeStep } from './take-step.ts';

const ladderOf = (...steps: EscalationStep[]) => pinnedLadder({ steps });
const toCco = (changes: Partial<EscalationStep> = {}) => escalationStep({ to: 'cco', ...changes });
/** The office works when it does; the one at the top is there by day, at weekends too. */
const topAtAllDays = {
  'team-lead': { recipientId: 'lea', ...pinnedHours() },
  cco: {
    recipientId: 'cid',
    ...pinnedHours(officeHours({ openings: [{ from: '08:00', to: '20:00' }], days: 'all' })),
  },
};

describe('the next step of a ladder', () => {
  it.each([
    { what: 'at once', ladder: ladderOf(escalationStep({ afterMinutes: 0 })), at: '10:00' },
    { what: 'after half an hour', ladder: ladderOf(escalationStep()), at: '10:30' },
    {
      what: 'not while the office is at lunch',
      ladder: ladderOf(escalationStep({ afterMinutes: 150 })),
      at: '13:30',
    },
    {
      what: 'the next morning, if the day is too short',
      ladder: ladderOf(escalationStep({ afterMinutes: 450 })),
      at: '33:30',
    },
    {
      what: 'when the recipient comes, if the minutes count by night',
      ladder: pinnedLadder({ hours: always, steps: [escalationStep({ afterMinutes: 600 })] }),
      at: '33:00',
    },
    {
      what: 'by night, if it is critical',
      ladder: pinnedLadder({
        hours: always,
        steps: [escalationStep({ afterMinutes: 600, critical: true })],
      }),
      at: '20:00',
    },
  ])('is told $what', ({ ladder, at }) => {
    const place = { takenCount: 0, sinceMs: inShanghai('10:00').getTime() };
    expect(new Date(nextStepMs(ladder, place) ?? 0)).toEqual(inShanghai(at));
  });

  it.each([
    { what: 'as long after the first as was meant', toldAt: '10:30', at: '11:30' },
    { what: 'later, if the first was told late', toldAt: '34:00', at: '35:00' },
    { what: 'on Saturday, if both are there', toldAt: '113:45', at: '129:45' },
  ])('is told $what', ({ toldAt, at }) => {
    const ladder = pinnedLadder({
      hours: officeHours({ days: 'all' }),
      steps: [escalationStep(), toCco({ afterMinutes: 90 })],
      recipients: topAtAllDays,
    });
    const place = { takenCount: 1, sinceMs: inShanghai(toldAt).getTime() };
    expect(new Date(nextStepMs(ladder, place) ?? 0)).toEqual(inShanghai(at));
  });

  it('is not there after the last', () => {
    expect(nextStepMs(ladderOf(escalationStep()), { takenCount: 1, sinceMs: 0 })).toBe(undefined);
  });

  it('is told at once to somebody who is never there again', () => {
    const never = officeHours({ openings: [] });
    const ladder = pinnedLadder({
      hours: always,
      recipients: { 'team-lead': { recipientId: 'lea', ...pinnedHours(never) } },
    });
    const place = { takenCount: 0, sinceMs: inShanghai('10:00').getTime() };
    expect(new Date(nextStepMs(ladder, place) ?? 0)).toEqual(inShanghai('10:30'));
  });
});

const someHours = fc.constantFrom(
  always,
  officeHours(),
  officeHours({ openings: [{ from: '22:00', to: '24:00' }], days: 'all' }),
  officeHours({ holidays: ['2026-03-03', '2026-03-04'] }),
);

const someLadder: fc.Arbitrary<PinnedLadder> = fc
  .record({
    hours: someHours,
    leadHours: someHours,
    topHours: someHours,
    steps: fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 900 }),
        critical: fc.boolean(),
        to: fc.constantFrom('team-lead' as const, 'cco' as const),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ hours, leadHours, topHours, steps }) => {
    let afterMinutes = 0;
    return pinnedLadder({
      hours,
      steps: steps.map(({ gap, critical, to }) => {
        afterMinutes += gap;
        return escalationStep({ afterMinutes, critical, to });
      }),
      recipients: {
        'team-lead': { recipientId: 'lea', ...pinnedHours(leadHours) },
        cco: { recipientId: 'cid', ...pinnedHours(topHours) },
      },
    });
  });

/** Everything that becomes of a ladder whose bell is late by so many minutes each time. */
const climb = (
  ladder: PinnedLadder,
  latenesses: readonly number[],
  acknowledgedAfter: number,
): EscalationEvent[] => {
  const events = [started('10:00', { ladder })];
  let state: Escalation = events.reduce(escalation.evolve, escalation.initial);
  const take = (following: EscalationEvent[]) => {
    events.push(...following);
    state = following.reduce(escalation.evolve, state);
  };
  for (let ring = 0; ring < 100; ring += 1) {
    const nextStepAt = state.status === 'running' ? state.nextStepAt : undefined;
    if (nextStepAt === undefined) break;
    const at = new Date(Date.parse(nextStepAt) + (latenesses[ring] ?? 0) * 60_000);
    take(takeStep(state, { at, ticket: { isOpen: true } }));
    if (events.filter(({ type }) => type === 'EscalationStepTaken').length === acknowledgedAfter) {
      const command = { escalationId: 'e-1', by: 'mia', isManager: true, at };
      take(acknowledgeEscalation(state, command));
      take(takeStep(state, { at: new Date(at.getTime() + 1e10), ticket: { isOpen: true } }));
    }
  }
  return events;
};

const stepsOf = (events: readonly EscalationEvent[]) =>
  events.flatMap(({ type, data }) => (type === 'EscalationStepTaken' ? [data] : []));

describe('a ladder, however late its bell', () => {
  const lateness = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 8 });

  it('tells each in turn once, in their hours, and gives everybody the time that was meant', () => {
    fc.assert(
      fc.property(someLadder, lateness, (ladder, latenesses) => {
        const steps = stepsOf(climb(ladder, latenesses, Number.POSITIVE_INFINITY));
        expect(steps.map(({ number }) => number)).toEqual(
          ladder.steps.map((_, index) => index + 1),
        );
        let before = { toldMs: Date.parse(escalationFact('10:00').at), afterMinutes: 0 };
        for (const [index, { to, critical, at }] of steps.entries()) {
          const toldMs = Date.parse(at);
          const hours = ladder.recipients[to]?.hours ?? always;
          const isThere = businessTime(hours).openings({ fromMs: toldMs, toMs: toldMs + 1 });
          expect(critical || isThere.length > 0).toBe(true);
          const { afterMinutes = 0 } = ladder.steps[index] ?? {};
          const waited = { fromMs: before.toldMs, toMs: toldMs };
          expect(businessTime(ladder.hours).elapsedMs(waited)).toBeGreaterThanOrEqual(
            (afterMinutes - before.afterMinutes) * 60_000,
          );
          before = { toldMs, afterMinutes };
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells nobody any more once somebody has answered', () => {
    fc.assert(
      fc.property(someLadder, lateness, fc.integer({ min: 1, max: 5 }), (ladder, late, after) => {
        const events = climb(ladder, late, after);
        expect(stepsOf(events)).toHaveLength(Math.min(after, ladder.steps.length));
        const answered = events.findIndex(({ type }) => type === 'EscalationAcknowledged');
        expect(answered === -1 ? [] : events.slice(answered + 1)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

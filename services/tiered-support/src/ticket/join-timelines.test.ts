import type { HistoryEntry } from '@steward/contracts';
import fc from 'fast-check';
import { at } from '../fixtures/ticket-past.ts';
import { joinTimelines } from './join-timelines.ts';

const minute = (minutes: number): string => at(`09:${String(minutes).padStart(2, '0')}`);

const entry = (version: number, minutes: number): HistoryEntry => ({
  id: `e-${version}`,
  version,
  type: 'TicketMessageAdded',
  data: { at: minute(minutes) },
  occurredAt: minute(minutes),
  recordedAt: minute(minutes),
  actor: 'ada',
  correlationId: 'c-1',
});

/** Entries of one ticket, which never go back in time. */
const timeline = fc
  .array(fc.integer({ min: 0, max: 59 }), { maxLength: 12 })
  .map((minutes) => minutes.sort((one, other) => one - other))
  .map((minutes) => minutes.map((at, index) => entry(index + 1, at)));

describe('join timelines', () => {
  it('puts a message that was taken over where it was said', () => {
    const told = { ...entry(2, 30), type: 'TicketMessageTakenOver' };
    const early = { ...told, data: { at: minute(30), saidAt: minute(5) } };
    const { items } = joinTimelines([[entry(1, 10)], [early]], 9);
    expect(items.map(({ timeline }) => timeline)).toEqual([1, 0]);
  });

  it('tells everything once and in order, however long the pages are', () => {
    fc.assert(
      fc.property(
        fc.array(timeline, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 5 }),
        (timelines, limit) => {
          const rest = timelines.map((entries) => [...entries]);
          const told: string[] = [];
          while (rest.some(({ length }) => length > 0)) {
            const { items, taken } = joinTimelines(
              rest.map((entries) => entries.slice(0, limit)),
              limit,
            );
            expect(items.length).toBeGreaterThan(0);
            expect(items.length).toBeLessThanOrEqual(limit);
            told.push(...items.map((item) => item.entry.occurredAt));
            for (const [index, count] of taken.entries()) rest[index]?.splice(0, count);
          }
          const all = timelines.flat().map(({ occurredAt }) => occurredAt);
          expect(told).toEqual(all.sort());
        },
      ),
    );
  });
});

import { outsourcerNoun } from '@steward/contracts';
import { heard } from '../fixtures/outsourcer-past.ts';
import { at } from '../fixtures/ticket-past.ts';
import { lagFigures } from './lag-figures.ts';
import { outsourcerEntries } from './outsourcer-entries.projection.ts';

const entry = (cameAt: string, lagSeconds: number) => ({
  cameAt,
  lagSeconds,
  isLate: lagSeconds > 60,
});

describe('the figures of the lag', () => {
  it('know nothing but that where nothing came', () => {
    expect(lagFigures([])).toEqual({ entries: 0, days: [] });
  });

  it('R105: tell mean, nine of ten, the worst and the share within the limit, by day too', () => {
    const monday = Array.from({ length: 10 }, (_, index) => entry(at('09:00'), 10 * (index + 1)));
    const tuesday = entry('2026-03-03T00:00:00.000Z', 5);
    const ofMonday = {
      entries: 10,
      meanSeconds: 55,
      p90Seconds: 90,
      maxSeconds: 100,
      shareWithinLimit: 0.6,
    };
    expect(lagFigures(monday)).toEqual({
      ...ofMonday,
      days: [{ day: '2026-03-02', ...ofMonday }],
    });
    expect(lagFigures([tuesday, ...monday])).toMatchObject({
      entries: 11,
      meanSeconds: 555 / 11,
      p90Seconds: 90,
      days: [{ day: '2026-03-03', entries: 1, p90Seconds: 5 }, ofMonday],
    });
  });
});

describe('the lines of an outsourced desk', () => {
  const occurrence = { id: 'e-1', topic: outsourcerNoun.topic, key: 'd-1', version: 2 };
  const event = { ...heard('09:00', '09:20'), ...occurrence, at: at('09:20') };

  it('are a row each', () => {
    expect(outsourcerEntries.keyOf(event)).toBe('e-1');
    expect(outsourcerEntries.apply(undefined, event)).toEqual({
      outsourcerId: 'd-1',
      ...entry(at('09:20'), 1_200),
      isLate: false,
    });
  });
});

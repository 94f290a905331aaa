import { Refusal } from '@steward/domain';
import { teller } from './teller.ts';

const noon = Date.parse('2026-03-02T12:00:00.000Z');

describe('moments', () => {
  it.each([
    [undefined, '2026-03-02T12:00:00.000Z'],
    ['Asia/Shanghai', '2026-03-02T20:00:00.000+08:00'],
    ['America/St_Johns', '2026-03-02T08:30:00.000-03:30'],
  ])('are told in %s as %s', (zone, told) => {
    expect(teller(zone)(noon)).toBe(told);
  });

  it.each(['Mars/Olympus', '', 'UTC+25'])('are not told in %j, which is no zone', (zone) => {
    expect(() => teller(zone)).toThrow(expect.objectContaining({ code: 'clock-zone-unknown' }));
    expect(() => teller(zone)).toThrow(Refusal);
  });
});

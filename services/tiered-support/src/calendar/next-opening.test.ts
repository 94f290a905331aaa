import { officeHours } from '../fixtures/hours.ts';
import { nextOpening } from './next-opening.ts';

/** A moment of a day of March 2026 in Shanghai; the sixth is a Friday. */
const shanghai = (day: number, time: string) => new Date(`2026-03-0${day}T${time}:00+08:00`);

describe('when somebody is there', () => {
  it.each([
    { day: 6, time: '09:00', opens: undefined },
    { day: 6, time: '11:59', opens: undefined },
    { day: 6, time: '12:00', opens: shanghai(6, '13:00') },
    { day: 6, time: '18:00', opens: shanghai(9, '09:00') },
    { day: 7, time: '10:00', opens: shanghai(9, '09:00') },
  ])('is told for the $day. at $time', ({ day, time, opens }) => {
    expect(nextOpening(officeHours(), shanghai(day, time))).toEqual(
      opens ? { isInHours: false, opensAt: opens.toISOString() } : { isInHours: true },
    );
  });
});

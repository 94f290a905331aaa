import { durationText, standingText } from './standing-text.ts';

describe('how an import stands', () => {
  it('is told with the rate of this run and the time that is left', () => {
    expect(standingText({ done: 30_000, sent: 20_000, total: 65_533 }, 10)).toBe(
      '30,000 of 65,533 rows, 2,000 a second, 18 s left',
    );
  });

  it('promises nothing before anything was sent', () => {
    expect(standingText({ done: 0, sent: 0, total: 10 }, 0)).toBe(
      '0 of 10 rows, 0 a second, … left',
    );
  });

  it.each([
    { seconds: 0, text: '0 s' },
    { seconds: 11.2, text: '12 s' },
    { seconds: 60, text: '1 min' },
    { seconds: 200, text: '3 min 20 s' },
    { seconds: 3_905, text: '1 h 5 min' },
  ])('takes $text for $seconds seconds', ({ seconds, text }) => {
    expect(durationText(seconds)).toBe(text);
  });
});

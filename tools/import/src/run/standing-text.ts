import type { Standing } from '../wish.ts';

const number = new Intl.NumberFormat('en');

/** `1 h 5 min`, `3 min 20 s`, `12 s`: two units are enough to know whether to wait. */
export const durationText = (seconds: number): string => {
  const whole = Math.ceil(seconds);
  const units = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const;
  const first = units.findIndex(([amount]) => amount > 0);
  if (first < 0) return '0 s';
  const shown = units.slice(first, first + 2).filter(([amount]) => amount > 0);
  return shown.map(([amount, unit]) => `${amount} ${unit}`).join(' ');
};

/** Rows sent a second, over all of this run. */
export const rateOf = ({ sent }: Standing, elapsedSeconds: number): number =>
  elapsedSeconds > 0 ? sent / elapsedSeconds : 0;

export const leftText = (standing: Standing, elapsedSeconds: number): string => {
  const rate = rateOf(standing, elapsedSeconds);
  const left = Math.max(0, standing.total - standing.done);
  return rate > 0 ? durationText(left / rate) : '…';
};

export const standingText = (standing: Standing, elapsedSeconds: number): string => {
  const { done, total } = standing;
  const rate = number.format(Math.round(rateOf(standing, elapsedSeconds)));
  const left = leftText(standing, elapsedSeconds);
  return `${number.format(done)} of ${number.format(total)} rows, ${rate} a second, ${left} left`;
};

import { SingleBar } from 'cli-progress';
import type { Standing, Watch } from '../wish.ts';
import { leftText, rateOf, standingText } from './standing-text.ts';

const lineEveryMs = 5_000;
const barEveryMs = 100;

const secondsSince = (startedAt: number): number => (performance.now() - startedAt) / 1000;

const bar = (standing: () => Standing): (() => void) => {
  const startedAt = performance.now();
  const single = new SingleBar({
    format: '{bar} {percentage} % | {value} of {total} rows | {rate} a second | {left} left',
    hideCursor: true,
    gracefulExit: false,
  });
  const payload = (now: Standing) => {
    const seconds = secondsSince(startedAt);
    return { rate: Math.round(rateOf(now, seconds)), left: leftText(now, seconds) };
  };
  single.start(standing().total, 0, payload(standing()));
  const draw = () => single.update(standing().done, payload(standing()));
  const timer = setInterval(draw, barEveryMs);
  return () => {
    clearInterval(timer);
    single.setTotal(Math.max(1, standing().done));
    draw();
    single.stop();
  };
};

const lines = (standing: () => Standing, say: Watch['say']): (() => void) => {
  const startedAt = performance.now();
  const tell = () => say(standingText(standing(), secondsSince(startedAt)));
  const timer = setInterval(tell, lineEveryMs);
  return () => clearInterval(timer);
};

/** Shows an import on the terminal as a bar; elsewhere as a line now and then. */
export const terminalWatch = (stream: NodeJS.WriteStream): Watch => {
  const say = (sentence: string) => void stream.write(`${sentence}\n`);
  return { say, begin: (standing) => (stream.isTTY ? bar(standing) : lines(standing, say)) };
};

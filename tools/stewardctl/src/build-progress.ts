import type { BuildProgress } from '@steward/bus';
import { secondsText } from './table.ts';

const percent = (done: number, total: number): string =>
  total === 0 ? '100 %' : `${Math.floor((100 * done) / total)} %`;

/** Says how far a build has come, how fast it goes and when it will be there, whenever that has changed. */
export const buildProgress = (
  show: (text: string) => void,
  now: () => number = () => performance.now(),
) => {
  let began: { readonly at: number; readonly done: number } | undefined;
  let shown = '';
  return ({ generation, done, total }: BuildProgress): void => {
    began ??= { at: now(), done };
    const seconds = (now() - began.at) / 1_000;
    const perSecond = seconds > 0 ? (done - began.done) / seconds : 0;
    const pace =
      perSecond > 0
        ? `, ${Math.round(perSecond)}/s, ${secondsText((total - done) / perSecond)} to go`
        : '';
    const text = `generation ${generation}: ${done} of ${total} events (${percent(done, total)})`;
    if (text === shown) return;
    shown = text;
    show(`${text}${pace}`);
  };
};

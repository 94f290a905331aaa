/** Hears what happens, one line for people at a time. */
export type Progress = (line: string) => void;

const tickMs = 3_000;

/** Says again and again that a long step still goes on, so nobody takes it for a hang. */
export const whileSaying = async <Result>(
  progress: Progress,
  line: string,
  step: () => Promise<Result>,
): Promise<Result> => {
  const beganAt = performance.now();
  const seconds = () => Math.round((performance.now() - beganAt) / 1_000);
  progress(`… ${line}`);
  const ticker = setInterval(() => progress(`… ${line}, ${seconds()} s so far`), tickMs);
  try {
    return await step();
  } finally {
    clearInterval(ticker);
  }
};

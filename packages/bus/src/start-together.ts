interface Running {
  stop(): Promise<void>;
}

export interface Together<Each extends Running> extends Running {
  readonly all: readonly Each[];
}

/** Starts all, or none: where one fails, those that had started are stopped again. */
export const startTogether = async <Each extends Running>(
  starting: readonly Promise<Each>[],
): Promise<Together<Each>> => {
  const outcomes = await Promise.allSettled(starting);
  const all = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const stop = async () => {
    await Promise.all(all.map((each) => each.stop()));
  };
  const failed = outcomes.find((each) => each.status === 'rejected');
  if (!failed) return { all, stop };
  await stop();
  throw failed.reason;
};

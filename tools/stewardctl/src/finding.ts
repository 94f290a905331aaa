/** What a check came to. `advice` is worth doing; `wrong` is exit code 3. */
export interface Finding {
  readonly state: 'fine' | 'advice' | 'wrong';
  /** What was looked at. */
  readonly about: string;
  readonly says: string;
  /** What to do about it. */
  readonly todo?: string;
}

export const fine = (about: string, says: string): Finding => ({ state: 'fine', about, says });

export const advice = (about: string, says: string, todo: string): Finding => ({
  state: 'advice',
  about,
  says,
  todo,
});

export const wrong = (about: string, says: string, todo: string): Finding => ({
  state: 'wrong',
  about,
  says,
  todo,
});

const marks = { fine: '✓', advice: '!', wrong: '✗' } as const;

export const findingsText = (findings: readonly Finding[]): string =>
  findings
    .map(({ state, about, says, todo }) =>
      [`${marks[state]} ${about}: ${says}`, ...(todo === undefined ? [] : [`  → ${todo}`])].join(
        '\n',
      ),
    )
    .join('\n');

export type Level = 'info' | 'warn' | 'error';

/** What a route answers, before it is written to a socket. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Why it is not what was asked for; for the log. */
  readonly failure?: { readonly code: string; readonly level: Level; readonly cause?: unknown };
}

export const jsonReply = (
  status: number,
  answer: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { ...headers, 'Content-Type': 'application/json' },
  body: JSON.stringify(answer),
});

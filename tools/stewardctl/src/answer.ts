/** Exit codes that scripts can go by. */
export const exitCodes = { fine: 0, failed: 1, wrongUsage: 2, unhealthy: 3 } as const;

/** What a verb has to say: to machines, to people, and to the script that called it. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  /** Something is not as it should be, and the caller asked. */
  readonly isUnhealthy?: boolean;
}

/** The caller asked for what cannot be meant. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

export interface Terminal {
  /** Standard output: the answer and nothing else. */
  readonly print: (text: string) => void;
  /** Standard error: what goes on meanwhile. */
  readonly tell: (text: string) => void;
  /** Shows how far something has come, over what it showed before where that is possible. */
  readonly progress: (text: string) => void;
  /** Asks a person; undefined where there is none to ask. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Ends what takes long, in good order. */
  readonly signal: AbortSignal;
}

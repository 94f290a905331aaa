/** What becomes of the bytes that go one way. */
export interface Passage {
  /** Kept back until the conditions change, ends and resets included. */
  readonly held: boolean;
  /** Taken and never passed on, ends and resets included. */
  readonly swallowed: boolean;
  readonly latencyMs: number;
  readonly bytesPerSecond: number;
}

/** Who is closed under a connection that stays open for the other one. */
export type Side = 'client' | 'server';

/** What a proxy does to its connections, those that it has and those to come. */
export interface Conditions {
  /** Whether anybody listens. */
  readonly listens: boolean;
  /** Whether connections are reset. */
  readonly cuts: boolean;
  readonly closes?: Side;
  readonly toServer: Passage;
  readonly toClient: Passage;
}

/** How a connection is lost without both ends hearing of it. */
export type HalfOpen =
  /** What the client says reaches nobody. */
  | { readonly lost: 'requests' }
  /** The client is heard, and never hears an answer. */
  | { readonly lost: 'answers' }
  /** The server's end is closed; the client's stays open with nobody behind it, or the reverse. */
  | { readonly lost: Side };

export interface Slowness {
  /** How much later each byte arrives, each way. */
  readonly latencyMs: number;
  /** How many bytes a second each connection lets through each way; any number where nothing is said. */
  readonly bytesPerSecond?: number;
}

const free: Passage = {
  held: false,
  swallowed: false,
  latencyMs: 0,
  bytesPerSecond: Number.POSITIVE_INFINITY,
};

const bothWays = (change: Partial<Passage>) => {
  const passage = { ...free, ...change };
  return { toServer: passage, toClient: passage };
};

export const healthy: Conditions = { listens: true, cuts: false, ...bothWays({}) };
export const cut: Conditions = { ...healthy, cuts: true };
export const refused: Conditions = { ...cut, listens: false };
export const blackHoled: Conditions = { ...healthy, ...bothWays({ held: true }) };

export const slowed = (slowness: Slowness): Conditions => ({ ...healthy, ...bothWays(slowness) });

export const halfOpened = ({ lost }: HalfOpen): Conditions => {
  const swallowing = { ...free, swallowed: true };
  switch (lost) {
    case 'requests':
      return { ...healthy, toServer: swallowing };
    case 'answers':
      return { ...healthy, toClient: swallowing };
    case 'client':
    case 'server':
      return { ...healthy, closes: lost, ...bothWays({ swallowed: true }) };
  }
};

/** How far a consumer has come in one stream, and from where on it is set aside. */
export interface StreamState {
  readonly version: number;
  readonly parkedFrom?: number | undefined;
}

/**
 * What to do with the next message of a stream, which has to come after the version `before`. `duplicate`: its effect is there already. `apply`: it is the
 * next one. `gap`: one before it is missing. `parked`: one before it is set aside, so it waits behind it.
 */
export type StreamStep = 'duplicate' | 'apply' | 'gap' | 'parked';

export const streamStep = (
  { version, parkedFrom }: StreamState,
  next: number,
  before: number,
): StreamStep => {
  if (next <= version) return 'duplicate';
  if (parkedFrom !== undefined && next >= parkedFrom) return 'parked';
  return before <= version ? 'apply' : 'gap';
};

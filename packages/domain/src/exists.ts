interface AnyState {
  readonly status: string;
}

/** What is there: every state but that of something that never was. */
export type Existing<State> = Exclude<State, { readonly status: 'absent' }>;

/** Whether something was found, and is more than a place where it could be. */
export const exists = <Found extends { readonly state: AnyState }>(
  found: Found | undefined,
): found is Found & { readonly state: Existing<Found['state']> } =>
  found !== undefined && found.state.status !== 'absent';

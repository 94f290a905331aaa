/** A noun with rules. Decisions about it are pure functions of its state; so is what each event changes. */
export interface Aggregate<State, Event> {
  readonly name: string;
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
}

/** What should happen next, given what is. Throws a `Refusal` when nothing may; returns nothing when nothing need. */
export type Decision<State, Event> = (state: State) => readonly Event[];

/** What is left of each fact of a past, in their order, and the facts that tell of it. */
export interface Erased<Event> {
  readonly left: readonly Event[];
  readonly events: readonly Event[];
}

/** Takes words out of a past. Throws a `Refusal` when it may not; leaves all as it is when none of them is there. */
export type Erasure<State, Event> = (state: State, past: readonly Event[]) => Erased<Event>;

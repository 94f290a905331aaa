/** A noun with rules. Decisions about it are pure functions of its state; so is what each event changes. */
export interface Aggregate<State, Event> {
  readonly name: string;
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
}

/** What should happen next, given what is. Throws a `Refusal` when nothing may; returns nothing when nothing need. */
export type Decision<State, Event> = (state: State) => readonly Event[];

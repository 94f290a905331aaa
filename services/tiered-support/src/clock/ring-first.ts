import type { Aggregate, Decision } from '@steward/domain';

/** What has fallen due by then comes first, so that facts stand in the order in which they became true. */
export const ringFirst =
  <State, Event>(
    { evolve }: Aggregate<State, Event>,
    ring: (state: State, at: Date) => readonly Event[],
  ) =>
  (decision: Decision<State, Event>, at: Date): Decision<State, Event> =>
  (state) => {
    const rung = ring(state, at);
    return [...rung, ...decision(rung.reduce(evolve, state))];
  };

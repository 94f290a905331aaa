import type { AnyEvent, Store } from '@steward/persistence';
import type { Timer } from '@steward/service';

/**
 * Rings whatever is due by a field of its state, which decides what follows: nothing, where every change tells
 * first what has fallen due before it.
 */
export const ringDue = <State, Event extends AnyEvent>(
  name: string,
  store: Store<State, Event>,
  field: Parameters<Store<State, Event>['due']>[0],
  decide: (state: State, at: Date) => readonly Event[] = () => [],
): Timer => ({
  name,
  due: (by, limit) => store.due(field, by, limit),
  ring: (id, because) => store.change(id, (state) => decide(state, because.at), because),
});

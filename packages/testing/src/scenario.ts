import { type Aggregate, type Decision, type Erasure, Refusal } from '@steward/domain';

/**
 * given(past).when(decision).thenEmits(events): the language every domain test is written in. What an erasure leaves
 * is said in the same words: given(past).erase(erasure).thenLeaves(past, events).
 */
export const scenario =
  <State, Event>({ initial, evolve }: Aggregate<State, Event>) =>
  (...past: Event[]) => ({
    when: (decision: Decision<State, Event>) => {
      const decide = () => decision(past.reduce(evolve, initial));
      return {
        thenEmits: (...expected: Event[]) => expect(decide()).toEqual(expected),
        thenNothing: () => expect(decide()).toEqual([]),
        thenRefuses: (code: string) => expect(refusalOf(decide)).toBe(code),
      };
    },
    erase: (erasure: Erasure<State, Event>) => {
      const erased = () => erasure(past.reduce(evolve, initial), past);
      return {
        thenLeaves: (left: readonly Event[], ...events: Event[]) =>
          expect(erased()).toEqual({ left, events }),
        thenChangesNothing: () => expect(erased().left).toEqual(past),
        thenRefuses: (code: string) => expect(refusalOf(erased)).toBe(code),
      };
    },
  });

const refusalOf = (decide: () => unknown): string | undefined => {
  try {
    decide();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

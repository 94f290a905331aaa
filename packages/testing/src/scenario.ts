import { type Aggregate, type Decision, Refusal } from '@steward/domain';

/** given(past).when(decision).thenEmits(events): the language every domain test is written in. */
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

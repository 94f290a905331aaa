import { check } from '@steward/contracts';
import type { z } from 'zod';
import { malformed } from './protocol-problem.ts';

/** A parameter that is given twice becomes a list, which no filter of a single value takes. */
const parametersOf = (search: string): Record<string, string | string[]> => {
  // Without a prototype, a parameter called `__proto__` is one like any other.
  const parameters: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(search)) {
    const before = parameters[name];
    parameters[name] = before === undefined ? value : [before, value].flat();
  }
  return parameters;
};

/** Reads the query string of one route. What an absent one means is worked out once. */
export const queryReader = (schema: z.ZodType) => {
  const plain = check(schema, {});
  const absent = plain.ok ? { ok: true as const, value: Object.freeze(plain.value) } : plain;

  return (search: string): unknown => {
    const checked = search === '' ? absent : check(schema, parametersOf(search));
    if (!checked.ok) throw malformed('The query', checked.problems);
    return checked.value;
  };
};

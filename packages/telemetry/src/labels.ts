import type { Attributes } from '@opentelemetry/api';

/** Whether two sets of attributes name the same series, in whichever order they were given. */
export const sameLabels = (one: Attributes, other: Attributes): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

import { incompatibilities } from './compatibility.ts';
import type { SchemaObject } from './json-schema.ts';
import { canonical } from './place.ts';

/** One committed state of an event's schema. Revisions of one version are counted from 1 and never change. */
export interface Revision {
  readonly number: number;
  readonly schema: SchemaObject;
}

export type Step =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'added'; readonly revision: Revision }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** What stops the current schema from standing beside every committed one: each was out in the world. */
export const conflicts = (committed: readonly Revision[], current: SchemaObject): string[] =>
  committed.flatMap(({ number, schema }) =>
    incompatibilities(schema, current).map((reason) => `revision ${number}, ${reason}`),
  );

/** The step from the committed revisions to the current schema. */
export const revise = (committed: readonly Revision[], current: SchemaObject): Step => {
  const newest = committed.at(-1);
  if (newest && canonical(newest.schema) === canonical(current)) return { kind: 'unchanged' };
  const reasons = conflicts(committed, current);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  return { kind: 'added', revision: { number: (newest?.number ?? 0) + 1, schema: current } };
};

import type { JsonSchema, SchemaObject } from './json-schema.ts';

export type Compare = (old: JsonSchema, fresh: JsonSchema, place: Place) => string[];

/** Where in an event the comparison stands. */
export interface Place {
  readonly path: string;
  /** The two documents that references point into. */
  readonly roots: readonly [old: JsonSchema, fresh: JsonSchema];
  /** The pairs on the way here, by identity: a schema that contains itself is compared once. */
  readonly above: readonly (readonly [old: JsonSchema, fresh: JsonSchema])[];
  /** Compares what lies below; a rule gets it from here because the rules and it need each other. */
  readonly compare: Compare;
}

/** What one keyword may not do between two revisions, in words. */
export type Rule = (
  old: SchemaObject,
  fresh: SchemaObject,
  keyword: string,
  place: Place,
) => string[];

export const below = (place: Place, part: string): Place => ({
  ...place,
  path: `${place.path}/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`,
});

/** The same place with old and new exchanged. */
export const turned = ({ roots: [old, fresh], above, ...place }: Place): Place => ({
  ...place,
  roots: [fresh, old],
  above: above.map(([one, other]) => [other, one]),
});

export const say = ({ path }: Place, problem: string): string => `${path || '/'}: ${problem}`;

const byKey = ([one]: [string, unknown], [other]: [string, unknown]): number =>
  one < other ? -1 : 1;

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(byKey))
    : value;

/** One text for values that are equal, whatever the order of their keys. */
export const canonical = (value: unknown): string => JSON.stringify(value, sorted) ?? 'nothing';

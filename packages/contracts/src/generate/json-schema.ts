export interface SchemaObject {
  readonly [keyword: string]: unknown;
}
export type JsonSchema = boolean | SchemaObject;

export const isObject = (value: unknown): value is SchemaObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'boolean' || isObject(value);

/** The value of a keyword that maps names to schemas; empty where it is absent. */
export const schemasUnder = (
  schema: SchemaObject,
  keyword: string,
): Readonly<Record<string, JsonSchema>> =>
  (schema[keyword] ?? {}) as Readonly<Record<string, JsonSchema>>;

/** The value of a keyword that lists things; empty where it is absent. */
export const listUnder = <Item>(schema: SchemaObject, keyword: string): readonly Item[] =>
  (schema[keyword] ?? []) as readonly Item[];

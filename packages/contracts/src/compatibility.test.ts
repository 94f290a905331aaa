import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { breaking, eventSchemas, harmless } from './fixtures/changed-schemas.ts';
import { valuesOf } from './fixtures/values-of.ts';
import { incompatibilities } from './generate/compatibility.ts';
import type { JsonSchema } from './generate/json-schema.ts';

const settings = { seed: 20260302, numRuns: 100 };
const text = { type: 'string' };
const number = { type: 'number' };
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const node = (value: object) => ({
  $ref: '#/$defs/node',
  $defs: { node: object({ value, next: { $ref: '#/$defs/node' } }) },
});

describe('compatibility of two schemas', () => {
  it('holds between a schema and itself', () => {
    fc.assert(
      fc.property(eventSchemas, (schema) => {
        expect(incompatibilities(schema, structuredClone(schema))).toEqual([]);
      }),
      settings,
    );
  });

  it('is broken by every single change that breaks somebody, at every depth', () => {
    fc.assert(
      fc.property(eventSchemas, (schema) => {
        const missed = breaking(schema).filter(
          (change) => incompatibilities(schema, change.schema).length === 0,
        );
        expect(missed).toEqual([]);
      }),
      settings,
    );
  });

  it('survives every change that nobody notices, at every depth', () => {
    fc.assert(
      fc.property(eventSchemas, (schema) => {
        const reported = harmless(schema).flatMap((change) =>
          incompatibilities(schema, change.schema),
        );
        expect(reported).toEqual([]);
      }),
      settings,
    );
  });

  it('means that each side takes what the other writes', () => {
    const ajv = new Ajv2020({ strict: false });
    const cases = eventSchemas
      .chain((old) => fc.constantFrom(...harmless(old)).map(({ schema }) => ({ old, schema })))
      .chain(({ old, schema }) =>
        fc.record({
          old: fc.constant(old),
          fresh: fc.constant(schema),
          written: valuesOf(old),
          writtenNow: valuesOf(schema),
        }),
      );
    fc.assert(
      fc.property(cases, ({ old, fresh, written, writtenNow }) => {
        expect(ajv.validate(fresh, written)).toBe(true);
        expect(ajv.validate(old, writtenNow)).toBe(true);
      }),
      settings,
    );
  });

  it.each<{ change: string; old: JsonSchema; fresh: JsonSchema }>([
    { change: 'const is spelled as enum', old: { const: 1 }, fresh: { enum: [1] } },
    {
      change: 'null is spelled as a type',
      old: { anyOf: [text, { type: 'null' }] },
      fresh: { type: ['null', 'string'] },
    },
    {
      change: 'openness is said aloud',
      old: object({}),
      fresh: object({}, { additionalProperties: true }),
    },
    {
      change: 'a part moves into $defs',
      old: object({ value: text }),
      fresh: object({ value: { $ref: '#/$defs/a' } }, { $defs: { a: text } }),
    },
    { change: 'a schema that contains itself stays', old: node(text), fresh: node(text) },
    {
      change: 'a schema that contains itself is unrolled once',
      old: node(text),
      fresh: object({ value: text, next: { $ref: '#/$defs/node' } }, { $defs: node(text).$defs }),
    },
    {
      change: 'a choice of objects gets an optional property in one',
      old: { anyOf: [object({ kind: { const: 'a' } }), object({ kind: { const: 'b' } })] },
      fresh: {
        anyOf: [object({ kind: { const: 'b' }, note: text }), object({ kind: { const: 'a' } })],
      },
    },
    {
      change: 'a record gets a known property of the same kind',
      old: object({}, { additionalProperties: number }),
      fresh: object({ first: number }, { additionalProperties: number }),
    },
  ])('holds where $change', ({ old, fresh }) => {
    expect(incompatibilities(old, fresh)).toEqual([]);
  });

  it.each<{ change: string; old: JsonSchema; fresh: JsonSchema; says: string }>([
    {
      change: 'a nested property goes',
      old: object({ desk: object({ line: text }) }),
      fresh: object({ desk: object({}) }),
      says: '/desk/line: was removed',
    },
    {
      change: 'what a list holds changes',
      old: object({ lines: { type: 'array', items: text } }),
      fresh: object({ lines: { type: 'array', items: number } }),
      says: '/lines/*: type changed from "string" to "number"',
    },
    {
      change: 'the values of a record change',
      old: object({ held: object({}, { additionalProperties: text }) }),
      fresh: object({ held: object({}, { additionalProperties: number }) }),
      says: '/held/*: type changed from "string" to "number"',
    },
    {
      change: 'an open object closes',
      old: object({}),
      fresh: object({}, { additionalProperties: false }),
      says: '/: additionalProperties changed from nothing to false',
    },
    {
      change: 'a closed object gets a property',
      old: object({}, { additionalProperties: false }),
      fresh: object({ note: text }, { additionalProperties: false }),
      says: '/note: is new where old consumers take no other properties',
    },
    {
      change: 'a record gets a property of another kind',
      old: object({}, { additionalProperties: number }),
      fresh: object({ note: text }, { additionalProperties: number }),
      says: '/note: type changed from "number" to "string"',
    },
    {
      change: 'an enum gets a value',
      old: object({ line: { enum: ['first'] } }),
      fresh: object({ line: { enum: ['first', 'second'] } }),
      says: '/line: the value "second" is unknown to old consumers',
    },
    {
      change: 'an enum loses a value',
      old: object({ line: { enum: ['first', 'second'] } }),
      fresh: object({ line: { enum: ['first'] } }),
      says: '/line: the value "second" is no longer allowed',
    },
    {
      change: 'a value may be null',
      old: object({ name: text }),
      fresh: object({ name: { type: ['string', 'null'] } }),
      says: '/name: type changed from "string" to nothing',
    },
    {
      change: 'what a reference points at changes',
      old: object({ a: { $ref: '#/$defs/x' } }, { $defs: { x: text } }),
      fresh: object({ a: { $ref: '#/$defs/x' } }, { $defs: { x: number } }),
      says: '/a: type changed from "string" to "number"',
    },
    {
      change: 'a schema that contains itself changes',
      old: node(text),
      fresh: node(number),
      says: '/value: type changed from "string" to "number"',
    },
    {
      change: 'a default changes',
      old: object({ hadToRepeat: { type: 'boolean', default: false } }),
      fresh: object({ hadToRepeat: { type: 'boolean', default: true } }),
      says: '/hadToRepeat: default changed from false to true',
    },
    {
      change: 'a tuple grows',
      old: { type: 'array', prefixItems: [text] },
      fresh: { type: 'array', prefixItems: [text, text] },
      says: '/prefixItems: 1 changed from nothing to {"type":"string"}',
    },
    {
      change: 'a part of allOf gets even an optional property',
      old: { allOf: [object({ a: text })] },
      fresh: { allOf: [object({ a: text, b: text })] },
      says: '/allOf: 0 changed',
    },
    {
      change: 'the names of a record change',
      old: object({}, { propertyNames: { enum: ['a'] } }),
      fresh: object({}, { propertyNames: { enum: ['a', 'b'] } }),
      says: '/: propertyNames changed',
    },
  ])('is broken where $change', ({ old, fresh, says }) => {
    expect(incompatibilities(old, fresh)).toContain(says);
  });

  it('refuses to judge a reference that leads nowhere', () => {
    expect(() => incompatibilities({ $ref: '#/$defs/none' }, {})).toThrow('refers to nothing');
  });
});

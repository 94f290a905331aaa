import fc from 'fast-check';
import { z } from 'zod';
import { allRoutes, nouns } from './catalogue.ts';
import { damaged, valuesOf } from './fixtures/values-of.ts';
import { check, validator } from './validator.ts';

const events = nouns
  .flatMap((noun) => noun.events)
  .map(({ type, data }) => ({ name: type, schema: data }));
const bodies = allRoutes
  .filter(({ isCommand }) => isCommand)
  .map(({ name, body }) => ({ name, schema: body }));
const filters = allRoutes.map(({ name, query }) => ({ name, schema: query }));

const sound = (schema: z.ZodType) => valuesOf(z.toJSONSchema(schema, { io: 'input' }));
const settings = { seed: 20260302, numRuns: 60 };

describe('compiled validator', () => {
  it.each([...events, ...bodies])('takes what fits $name', ({ schema }) => {
    const validate = validator(schema);
    fc.assert(
      fc.property(sound(schema), (value) => {
        expect(validate(structuredClone(value))).toEqual(check(schema, value));
        expect(check(schema, value).ok).toBe(true);
      }),
      settings,
    );
  });

  it.each([...events, ...bodies])('agrees with zod on what does not fit $name', ({ schema }) => {
    const validate = validator(schema);
    fc.assert(
      fc.property(sound(schema).chain(damaged), (value) => {
        expect(validate(structuredClone(value)).ok).toBe(check(schema, value).ok);
      }),
      settings,
    );
  });

  it.each(filters)('compiles the filters of $name', ({ schema }) => {
    expect(() => validator(schema)).not.toThrow();
  });

  it('counts characters as zod does, also beyond the basic plane', () => {
    const word = z.string().max(3);
    expect(validator(word)('🙂🙂').ok).toBe(check(word, '🙂🙂').ok);
  });

  it('says where and what is wrong', () => {
    const desk = z.object({ desk: z.object({ line: z.enum(['first', 'second']) }) });
    expect(validator(desk)({ desk: { line: 'tenth' } })).toEqual({
      ok: false,
      problems: [{ pointer: '/desk/line', detail: expect.stringContaining('first') }],
    });
  });

  it('fills in what a contract gives a default', () => {
    const body = z.strictObject({ inCall: z.boolean().default(false) });
    expect(validator(body)({})).toEqual({ ok: true, value: { inCall: false } });
  });
});

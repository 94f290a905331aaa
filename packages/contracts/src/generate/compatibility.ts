import { type JsonSchema, listUnder, schemasUnder } from './json-schema.ts';
import { normalForm } from './normal-form.ts';
import { properties, required } from './object-rules.ts';
import { below, type Compare, canonical, type Rule, say, turned } from './place.ts';

/**
 * What in a new schema stops an old consumer from reading new events, or a new consumer from
 * reading old ones; nothing when both can. Within one version of an event only optional
 * properties may be added, and only to objects that take properties they do not know.
 */
export const incompatibilities = (old: JsonSchema, fresh: JsonSchema): string[] =>
  compare(old, fresh, { path: '', roots: [old, fresh], above: [], compare });

const compare: Compare = (old, fresh, place) => {
  if (place.above.some(([one, other]) => one === old && other === fresh)) return [];
  const before = normalForm(old, place.roots[0]);
  const after = normalForm(fresh, place.roots[1]);
  const inside = { ...place, above: [...place.above, [old, fresh] as const] };

  // Against another type every other keyword differs as well, and says nothing more.
  const retyped = same(before, after, 'type', inside);
  if (retyped.length > 0) return retyped;
  const keywords = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keywords].flatMap((keyword) =>
    (rules.get(keyword) ?? same)(before, after, keyword, inside),
  );
};

/** Bounds, formats, patterns, defaults and whatever has no rule of its own stay as they were. */
const same: Rule = (old, fresh, keyword, place) => {
  const before = canonical(old[keyword]);
  const after = canonical(fresh[keyword]);
  return before === after ? [] : [say(place, `${keyword} changed from ${before} to ${after}`)];
};

/** A rule for a keyword that stands in both; that it came or went is a change in itself. */
const whereBoth =
  (rule: Rule): Rule =>
  (old, fresh, keyword, place) =>
    (Object.hasOwn(old, keyword) && Object.hasOwn(fresh, keyword) ? rule : same)(
      old,
      fresh,
      keyword,
      place,
    );

const values = whereBoth((old, fresh, keyword, place) => {
  const before = listUnder<unknown>(old, keyword).map(canonical);
  const after = listUnder<unknown>(fresh, keyword).map(canonical);
  const gone = before.filter((value) => !after.includes(value));
  const come = after.filter((value) => !before.includes(value));
  return [
    ...gone.map((value) => say(place, `the value ${value} is no longer allowed`)),
    ...come.map((value) => say(place, `the value ${value} is unknown to old consumers`)),
  ];
});

const nested = whereBoth((old, fresh, keyword, place) =>
  place.compare(old[keyword] as JsonSchema, fresh[keyword] as JsonSchema, below(place, '*')),
);

/** Under some keywords even an optional addition changes which events are taken. */
const unchanged = whereBoth((old, fresh, keyword, place) => {
  const [before, after] = [old[keyword] as JsonSchema, fresh[keyword] as JsonSchema];
  const there = place.compare(before, after, place);
  const back = place.compare(after, before, turned(place));
  return there.length + back.length > 0 ? [say(place, `${keyword} changed`)] : [];
});

const byName =
  (rule: Rule): Rule =>
  (old, fresh, keyword, place) => {
    const before = schemasUnder(old, keyword);
    const after = schemasUnder(fresh, keyword);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      rule(before, after, name, place),
    );
  };

const inTurn =
  (rule: Rule): Rule =>
  (old, fresh, keyword, place) =>
    byName(rule)(
      { [keyword]: { ...listUnder(old, keyword) } },
      { [keyword]: { ...listUnder(fresh, keyword) } },
      keyword,
      below(place, keyword),
    );

/** In any order: each old alternative lives on in a new one, and no new one is unheard of. */
const alternatives: Rule = (old, fresh, keyword, place) => {
  const before = listUnder<JsonSchema>(old, keyword);
  const after = listUnder<JsonSchema>(fresh, keyword);
  const fits = (one: JsonSchema, other: JsonSchema) => compare(one, other, place).length === 0;
  const lost = before.filter((one) => !after.some((other) => fits(one, other)));
  const come = after.filter((other) => !before.some((one) => fits(one, other)));
  return [
    ...lost.map((one) => say(place, `the alternative ${canonical(one)} is gone or changed`)),
    ...come.map((one) => say(place, `the alternative ${canonical(one)} is new to old consumers`)),
  ];
};

const unchangedUnder = (keyword: string): [string, Rule] => [keyword, unchanged];

const rules: ReadonlyMap<string, Rule> = new Map([
  ['properties', properties],
  ['required', required],
  ['enum', values],
  ['items', nested],
  ['additionalProperties', nested],
  ['prefixItems', inTurn(nested)],
  ['anyOf', alternatives],
  ['oneOf', alternatives],
  ['allOf', inTurn(unchanged)],
  ['patternProperties', byName(unchanged)],
  ['dependentSchemas', byName(unchanged)],
  ...['propertyNames', 'contains', 'not', 'if', 'then', 'else'].map(unchangedUnder),
  ...['unevaluatedItems', 'unevaluatedProperties'].map(unchangedUnder),
]);

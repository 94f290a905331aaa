import { type JsonSchema, listUnder, type SchemaObject, schemasUnder } from './json-schema.ts';
import { below, type Place, type Rule, say } from './place.ts';

export const properties: Rule = (old, fresh, keyword, place) => {
  const before = schemasUnder(old, keyword);
  const after = schemasUnder(fresh, keyword);
  const kept = Object.entries(before).flatMap(([name, schema]) => {
    const now = Object.hasOwn(after, name) ? after[name] : undefined;
    const here = below(place, name);
    return now === undefined ? [say(here, 'was removed')] : place.compare(schema, now, here);
  });
  const added = Object.entries(after)
    .filter(([name]) => !Object.hasOwn(before, name))
    .flatMap(([name, schema]) => addition(old, schema, name, below(place, name)));
  return [...kept, ...added];
};

/** An old consumer meets the new property as one that it does not know, and must take it. */
const addition = (old: SchemaObject, schema: JsonSchema, name: string, place: Place): string[] => {
  const patterns = Object.keys(schemasUnder(old, 'patternProperties'));
  if (old.propertyNames !== undefined) return [say(place, 'is new where the names are fixed')];
  if (patterns.some((pattern) => new RegExp(pattern, 'u').test(name)))
    return [say(place, 'is new where a pattern already claims its name')];
  const others = (old.additionalProperties ?? true) as JsonSchema;
  if (others === true) return [];
  return others === false
    ? [say(place, 'is new where old consumers take no other properties')]
    : place.compare(others, schema, place);
};

export const required: Rule = (old, fresh, keyword, place) => {
  const before = listUnder<string>(old, keyword);
  const after = listUnder<string>(fresh, keyword);
  const wasKnown = (name: string) => Object.hasOwn(schemasUnder(old, 'properties'), name);
  const isKnown = (name: string) => Object.hasOwn(schemasUnder(fresh, 'properties'), name);
  const became = after
    .filter((name) => !before.includes(name))
    .map((name) =>
      say(below(place, name), wasKnown(name) ? 'became required' : 'is new and required'),
    );
  // A property that is gone altogether was reported as removed.
  const noLonger = before
    .filter((name) => !after.includes(name) && (isKnown(name) || !wasKnown(name)))
    .map((name) => say(below(place, name), 'became optional'));
  return [...became, ...noLonger];
};

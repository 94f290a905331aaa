import { allRoutes, eventByWire, nouns } from './catalogue.ts';
import { eventSchema } from './generate/event-schema.ts';
import { listUnder, schemasUnder } from './generate/json-schema.ts';
import { roles, scopes } from './roles.ts';

const events = nouns.flatMap((noun) => noun.events);
const twice = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe('catalogue', () => {
  it('gives every event one type and one name on the wire', () => {
    expect(twice(events.map(({ type }) => type))).toEqual([]);
    expect(twice(events.map(({ wire }) => wire))).toEqual([]);
    expect(twice(nouns.map(({ topic }) => topic))).toEqual([]);
  });

  it.each(events)('finds $type by its name on the wire', (contract) => {
    expect(eventByWire(contract.wire)).toBe(contract);
  });

  it.each(events)('lets $type say which noun it is about and when it happened', (contract) => {
    const schema = eventSchema(contract);
    const required = listUnder<string>(schema, 'required');
    expect(required).toContain('at');
    expect(required.filter((name) => name.endsWith('Id')).length).toBeGreaterThan(0);
    expect(schemasUnder(schema, 'properties')).toHaveProperty('at.format', 'date-time');
  });

  it('gives every route a name of its own', () => {
    expect(twice(allRoutes.map(({ name }) => name))).toEqual([]);
  });

  it('never lets two routes answer the same request', () => {
    const shape = (path: string) => path.replace(/:\w+/g, ':');
    expect(twice(allRoutes.map(({ method, path }) => `${method} ${shape(path)}`))).toEqual([]);
  });

  it.each(allRoutes)('$name has a path that people can read', ({ path }) => {
    expect(path).toMatch(/^\/v1(\/[a-z][a-z-]*|\/:[a-z][A-Za-z]*Id)+$/);
    expect(twice([...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name))).toEqual([]);
  });

  it.each(allRoutes)('$name asks for a scope that some role has', ({ scope }) => {
    expect(scopes).toContain(scope);
    expect(Object.values(roles).flat()).toContain(scope);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asyncapiSchema from '@asyncapi/specs/schemas/3.0.0.json' with { type: 'json' };
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import asyncapi from '../asyncapi.json' with { type: 'json' };
import openapi from '../openapi.json' with { type: 'json' };
import { allRoutes, nouns } from './catalogue.ts';
import { contractsFolder, textOf } from './generate/committed.ts';
import { documents } from './generate/generated.ts';

const at = (document: object, pointer: string): unknown =>
  pointer
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((value, part) => (value as Record<string, unknown>)?.[part], document);

const references = (document: object): string[] =>
  [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer = '']) => pointer);

describe('generated documents', () => {
  it.each(documents())('include $name as it is generated', ({ name, document }) => {
    expect(readFileSync(join(contractsFolder, name), 'utf8')).toBe(textOf(document));
  });

  it.each([
    { name: 'openapi.json', document: openapi },
    { name: 'asyncapi.json', document: asyncapi },
  ])('$name points at nothing that is missing', ({ document }) => {
    const dangling = references(document).filter((pointer) => at(document, pointer) === undefined);
    expect(dangling).toEqual([]);
  });

  it.each([
    { name: 'openapi.json', document: openapi },
    { name: 'asyncapi.json', document: asyncapi },
  ])('$name keeps no component that nothing points at', ({ document }) => {
    const used = new Set(references(document));
    const schemas = Object.keys(document.components.schemas);
    expect(schemas.filter((name) => !used.has(`#/components/schemas/${name}`))).toEqual([]);
  });
});

describe('openapi.json', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(openapi));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  const operations = Object.entries(openapi.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );

  it.each(allRoutes)('tells what $name takes and answers', (route) => {
    const operation = operations.find(({ operationId }) => operationId === route.name);
    expect(operation).toMatchObject({
      path: route.path.replace(/:(\w+)/g, '{$1}'),
      method: route.method.toLowerCase(),
      tags: [route.service],
      security: [{ bearer: [route.scope] }],
    });
    expect(Object.keys(operation?.responses ?? {})).toContain(`${route.status}`);
  });

  it('opens no door that no contract declares', () => {
    expect(operations).toHaveLength(allRoutes.length);
  });

  it('names the headers of a command and of its answer', () => {
    expect(openapi.paths['/v1/tickets'].post).toMatchObject({
      parameters: [
        { $ref: '#/components/parameters/IfMatch' },
        { $ref: '#/components/parameters/IdempotencyKey' },
      ],
      responses: {
        201: {
          headers: {
            ETag: { $ref: '#/components/headers/ETag' },
            Location: { $ref: '#/components/headers/Location' },
          },
        },
        409: { $ref: '#/components/responses/Conflict' },
      },
    });
  });
});

describe('asyncapi.json', () => {
  it('is valid AsyncAPI 3.0', () => {
    // The published schema brings the meta-schema that it is written in.
    const ajv = new Ajv({ strict: false, meta: false, validateSchema: false });
    addFormats.default(ajv);
    const validate = ajv.compile(asyncapiSchema);
    expect({ valid: validate(asyncapi), errors: validate.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });

  it.each(nouns)('tells every fact that travels on $topic', ({ topic, events }) => {
    const channel = at(asyncapi, `#/channels/${topic}`);
    expect(channel).toMatchObject({ address: topic });
    expect(Object.keys((channel as { messages: object }).messages)).toEqual(
      events.map(({ type }) => type),
    );
  });
});

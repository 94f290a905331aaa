import { Id } from '../primitives.ts';
import type { RouteContract } from '../route.ts';
import { headerRef, parameterRef } from './http-headers.ts';
import { listUnder, schemasUnder } from './json-schema.ts';
import { problemAnswers } from './problem-answers.ts';
import type { SharedSchemas } from './shared-schemas.ts';

/** `/tickets/:ticketId` as OpenAPI spells it. */
export const pathTemplate = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

/** One route as an operation of OpenAPI. */
export const operation = (route: RouteContract, shared: SharedSchemas) => {
  const { name, service, summary, scope, isCommand } = route;
  return {
    operationId: name,
    tags: [service],
    summary,
    security: [{ bearer: [scope] }],
    parameters: [
      ...pathParameters(route, shared),
      ...queryParameters(route, shared),
      ...headersOf(route, shared).map(parameterRef),
    ],
    ...(isCommand && { requestBody: requestBody(route, shared) }),
    responses: { ...answers(route, shared), ...problems(route) },
  };
};

const pathParameters = ({ path }: RouteContract, shared: SharedSchemas) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: shared.schemaOf(Id),
  }));

const queryParameters = ({ query }: RouteContract, shared: SharedSchemas) => {
  const filters = shared.schemaOf(query);
  const required = listUnder<string>(filters, 'required');
  return Object.entries(schemasUnder(filters, 'properties')).map(([name, schema]) => ({
    name,
    in: 'query',
    ...(required.includes(name) && { required: true }),
    schema,
  }));
};

const headersOf = (route: RouteContract, shared: SharedSchemas) => {
  if (route.isCommand) return ['IfMatch', 'IdempotencyKey'] as const;
  return hasVersion(route, shared) ? (['IfNoneMatch'] as const) : [];
};

/** A command without fields of its own may be sent without a body. */
const requestBody = ({ body }: RouteContract, shared: SharedSchemas) => {
  const schema = shared.schemaOf(body);
  return {
    required: listUnder(schema, 'required').length > 0,
    content: { 'application/json': { schema } },
  };
};

const answers = (route: RouteContract, shared: SharedSchemas) => {
  const { status, isCommand, answer } = route;
  const isVersioned = hasVersion(route, shared);
  const ETag = headerRef('ETag');
  const headers = {
    ...(isVersioned && { ETag }),
    ...(status === 201 && { Location: headerRef('Location') }),
    ...(isCommand && { 'Idempotency-Replayed': headerRef('IdempotencyReplayed') }),
  };
  const done = {
    description: status === 201 ? 'It was created.' : isCommand ? 'It was done.' : 'The answer.',
    ...(Object.keys(headers).length > 0 && { headers }),
    content: { 'application/json': { schema: shared.schemaOf(answer) } },
  };
  const held = { description: 'The caller holds the current version.', headers: { ETag } };
  return { [status]: done, ...(!isCommand && isVersioned && { 304: held }) };
};

/** Answers that carry the version of what they tell send it as `ETag` too. */
const hasVersion = ({ answer }: RouteContract, shared: SharedSchemas): boolean =>
  Object.hasOwn(schemasUnder(shared.resolved(answer), 'properties'), 'version');

const always = [400, 401, 403, 429, 500, 503];
const ofCommands = [404, 409, 412, 413, 415, 422];

const problems = ({ path, isCommand }: RouteContract) => {
  const ofIds = path.includes(':') ? [404] : [];
  const statuses = new Set([...always, ...ofIds, ...(isCommand ? ofCommands : [])]);
  return Object.fromEntries(
    [...statuses]
      .sort((one, other) => one - other)
      .map((status) => [
        status,
        { $ref: `#/components/responses/${problemAnswers[status]?.name}` },
      ]),
  );
};

import type { SchemaObject } from './json-schema.ts';

/** What every failure says, in the form of RFC 9457. */
export const problem: SchemaObject = {
  type: 'object',
  description: 'Why it was not done (RFC 9457). `code` is permanent; `detail` is for people.',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      description: 'Every part of the input that does not fit.',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
        required: ['pointer', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'code'],
};

interface ProblemAnswer {
  readonly name: string;
  readonly description: string;
  readonly mayRetry?: true;
}

export const problemAnswers: Readonly<Record<string, ProblemAnswer>> = {
  400: {
    name: 'Malformed',
    description: 'The request does not fit the route; `errors` says where.',
  },
  401: {
    name: 'Unauthenticated',
    description: 'The token is missing, expired or not to be trusted.',
  },
  403: { name: 'Forbidden', description: 'The token does not carry what the request needs.' },
  404: {
    name: 'NotFound',
    description: 'Nothing of that id exists, or none that the caller may see.',
  },
  409: {
    name: 'Conflict',
    description: 'The rules refuse this in the present state; `code` says which.',
  },
  412: {
    name: 'StaleVersion',
    description: '`If-Match` names a version that is not the current one.',
  },
  413: { name: 'TooLarge', description: 'The body is larger than the door takes.' },
  415: { name: 'UnsupportedMediaType', description: 'The body is not plain JSON in UTF-8.' },
  422: { name: 'KeyReused', description: 'The `Idempotency-Key` was used for another request.' },
  429: { name: 'TooMany', description: 'The quota of the caller is used up.', mayRetry: true },
  500: { name: 'Unexpected', description: 'Something broke on our side; trying again may help.' },
  503: { name: 'Overloaded', description: 'Too much is waiting; try again later.', mayRetry: true },
};

/** The answers that fail, as components that every operation points at. */
export const problemResponses = (schema: SchemaObject) =>
  Object.fromEntries(
    Object.values(problemAnswers).map(({ name, description, mayRetry }) => [
      name,
      {
        description,
        ...(mayRetry && {
          headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
        }),
        content: { 'application/problem+json': { schema } },
      },
    ]),
  );

const quotedVersion = { type: 'string', pattern: '^"\\d+"$', examples: ['"7"'] };

const parameter = (name: string, description: string, schema: object) => ({
  name,
  in: 'header',
  description,
  schema,
});

const header = (description: string, schema: object) => ({ description, schema });

/** Headers of requests, by component name. */
export const headerParameters = {
  IfMatch: parameter('If-Match', 'Do it only if this is still the version.', quotedVersion),
  IfNoneMatch: parameter('If-None-Match', 'Answer 304 if this is still the version.', {
    type: 'string',
  }),
  IdempotencyKey: parameter(
    'Idempotency-Key',
    'Name of this very request: sent again, it is answered again and done once.',
    { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
  ),
} as const;

/** Headers of answers, by component name. */
export const answerHeaders = {
  ETag: header('The version that is answered.', quotedVersion),
  Location: header('Where the thing that was created is read.', {
    type: 'string',
    format: 'uri-reference',
  }),
  IdempotencyReplayed: header('The answer is that of an earlier request with this key.', {
    type: 'string',
    const: 'true',
  }),
  RetryAfter: header('Seconds to wait.', { type: 'string', pattern: '^\\d+$' }),
} as const;

export const parameterRef = (name: keyof typeof headerParameters) => ({
  $ref: `#/components/parameters/${name}`,
});
export const headerRef = (name: keyof typeof answerHeaders) => ({
  $ref: `#/components/headers/${name}`,
});

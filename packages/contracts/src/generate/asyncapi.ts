import type { EventContract, NounContract } from '../event.ts';
import { Id, Instant } from '../primitives.ts';
import { about } from './about.ts';
import type { SchemaObject } from './json-schema.ts';
import { SharedSchemas } from './shared-schemas.ts';

const text = { type: 'string', minLength: 1 };

/** CloudEvents 1.0 in Kafka's binary mode: what an event is, beside what it says. */
const cloudEvent = (time: SchemaObject): SchemaObject => ({
  type: 'object',
  properties: {
    'content-type': { type: 'string', const: 'application/json' },
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: { ...text, description: 'Unique over all events; the idempotency key of its effects.' },
    ce_source: {
      type: 'string',
      format: 'uri-reference',
      description: 'Who says so: `/steward/` and the service.',
    },
    ce_type: { ...text, description: 'The name on the wire, with its version.' },
    ce_subject: { ...text, description: 'The id of the noun.' },
    ce_time: { ...time, description: 'When it happened.' },
    ce_recordedtime: { ...time, description: 'When it was recorded.' },
    ce_sequence: {
      type: 'string',
      pattern: '^\\d+$',
      description: 'The version that the noun has since, padded with zeros.',
    },
    ce_correlationid: { ...text, description: 'The same for all that one request set off.' },
    ce_causationid: { ...text, description: 'The event that it followed from.' },
    traceparent: { ...text, description: 'W3C Trace Context.' },
  },
  required: [
    'content-type',
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_subject',
    'ce_time',
    'ce_recordedtime',
    'ce_sequence',
    'ce_correlationid',
  ],
});

/** Every topic and every fact of the platform as one AsyncAPI 3.0 document. */
export const asyncapi = (
  nouns: readonly NounContract[],
  exported: Readonly<Record<string, unknown>>,
) => {
  const shared = new SharedSchemas(exported);
  const headers = shared.add('CloudEvent', cloudEvent(shared.schemaOf(Instant)));
  const events = nouns.flatMap((noun) => noun.events);
  const messages = Object.fromEntries(
    events.map((contract) => [contract.type, message(contract, headers, shared)]),
  );
  return {
    asyncapi: '3.0.0',
    info: about,
    defaultContentType: 'application/json',
    servers: { kafka: { host: '{brokers}', protocol: 'kafka', variables: { brokers } } },
    channels: Object.fromEntries(nouns.map((noun) => [noun.topic, channel(noun)])),
    operations: Object.fromEntries(nouns.map((noun) => [`publish.${noun.topic}`, publish(noun)])),
    components: { schemas: shared.components(), messages },
  };
};

const brokers = { default: 'localhost:9092', description: 'Where the brokers are.' };

const channel = ({ name, service, topic, events }: NounContract) => ({
  address: topic,
  title: `Facts of one ${name}, in order`,
  description: `Owned by ${service}. The key of every message is the id of the ${name}.`,
  messages: Object.fromEntries(
    events.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
  ),
  tags: [{ name: service }],
});

const publish = ({ name, service, topic, events }: NounContract) => ({
  action: 'send',
  title: `${service} tells what happened to a ${name}`,
  channel: { $ref: `#/channels/${topic}` },
  messages: events.map(({ type }) => ({ $ref: `#/channels/${topic}/messages/${type}` })),
});

const message = (
  { type, wire, data }: EventContract,
  headers: SchemaObject,
  shared: SharedSchemas,
) => ({
  name: wire,
  title: type,
  contentType: 'application/json',
  headers: { allOf: [headers, { type: 'object', properties: { ce_type: { const: wire } } }] },
  payload: shared.schemaOf(data),
  correlationId: { location: '$message.header#/ce_correlationid' },
  // The published schema of this binding takes a reference for two things at once.
  bindings: { kafka: { key: shared.resolved(Id) } },
});

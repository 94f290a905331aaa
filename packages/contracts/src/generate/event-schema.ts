import { z } from 'zod';
import type { EventContract } from '../event.ts';
import type { SchemaObject } from './json-schema.ts';

/** The JSON Schema of what an event says, complete in itself: what a consumer in any language checks. */
export const eventSchema = ({ type, data }: Pick<EventContract, 'type' | 'data'>): SchemaObject => {
  const { $schema, ...schema } = z.toJSONSchema(data, { io: 'input' });
  return { $schema, title: type, ...schema };
};

import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Text } from '../primitives.ts';

export const TouchPoint = z.enum(['visit', 'phone', 'mail', 'chat', 'web', 'event', 'other']);

export const InteractionRecorded = event(
  'InteractionRecorded',
  'account.interaction.recorded.v1',
  z.object({
    interactionId: Id,
    accountId: Id,
    contactId: Id.optional(),
    touchPoint: TouchPoint,
    summary: Text,
    recordedBy: z.string(),
    /** The customer had to tell us something that they had already told one of us. */
    hadToRepeat: z.boolean(),
    at: Instant,
  }),
);

export const interactionNoun = noun('account.interaction', [InteractionRecorded]);
export type InteractionEvent = EventOf<(typeof interactionNoun.events)[number]>;

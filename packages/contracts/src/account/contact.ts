import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name } from '../primitives.ts';

export const ContactAdded = event(
  'ContactAdded',
  'account.contact.added.v1',
  z.object({
    contactId: Id,
    accountId: Id,
    name: Name,
    email: z.email().optional(),
    phone: z.string().max(40).optional(),
    function: z.string().max(100).optional(),
    at: Instant,
  }),
);

export const contactNoun = noun('account.contact', [ContactAdded]);
export type ContactEvent = EventOf<(typeof contactNoun.events)[number]>;

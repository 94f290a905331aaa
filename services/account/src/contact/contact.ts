import type { ContactEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

type Added = Omit<ContactEvent['data'], 'at'>;

/** A person at the customer. */
export type Contact = { readonly status: 'absent' } | (Added & { readonly status: 'known' });
export type KnownContact = Extract<Contact, { status: 'known' }>;

export const refuse = refusals({ 'contact-already-added': 'conflict' });

const evolve = (_: Contact, { data: { at, ...added } }: ContactEvent): Contact => ({
  status: 'known',
  ...added,
});

export const contact: Aggregate<Contact, ContactEvent> = {
  name: 'contact',
  initial: { status: 'absent' },
  evolve,
};

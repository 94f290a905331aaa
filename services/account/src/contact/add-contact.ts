import type { ContactEvent } from '@steward/contracts';
import { type Contact, refuse } from './contact.ts';

export type AddContact = Omit<ContactEvent['data'], 'at'> & { readonly at: Date };

export const addContact = (contact: Contact, { at, ...added }: AddContact): ContactEvent[] => {
  if (contact.status !== 'absent')
    throw refuse('contact-already-added', `Contact ${added.contactId} was already added`);
  return [{ type: 'ContactAdded', data: { ...added, at: at.toISOString() } }];
};

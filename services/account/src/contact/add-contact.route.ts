import { accountRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { requireAccount } from '../account/require-account.ts';
import type { Dependencies } from '../dependencies.ts';
import { addContact } from './add-contact.ts';

export const addContactRoute = ({ accounts, contacts, newId }: Dependencies) =>
  answer(accountRoutes.addContact, async ({ params: { accountId }, body, because }) => {
    requireAccount(accountId, await accounts.read(accountId));
    const contactId = body.contactId ?? newId();
    return contacts.create(
      contactId,
      (contact) => addContact(contact, { ...body, contactId, accountId, at: because.at }),
      because,
    );
  });

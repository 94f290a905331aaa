import { accountRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, maySee } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { KnownContact } from './contact.ts';

/** A contact as the outside sees it. */
export const contactAnswer = ({ state: { status: _, ...seen } }: Read<KnownContact>) => seen;

export const listContactsRoute = ({ contacts }: Dependencies) =>
  answer(accountRoutes.listContacts, async ({ params: { accountId }, query, principal }) => {
    if (!maySee(principal, { accountId })) return undefined;
    const page = await contacts.list({ accountId }, query);
    return { ...page, items: page.items.filter(exists).map(contactAnswer) };
  });

import {
  type AccountEvent,
  accountNoun,
  type ContactEvent,
  contactNoun,
  type InteractionEvent,
  interactionNoun,
} from '@steward/contracts';
import type { Store, View } from '@steward/persistence';
import type { Platform } from '@steward/service';
import { type Account, account } from './account/account.ts';
import { type Contact, contact } from './contact/contact.ts';
import type { Holding } from './customer/customer-holdings.projection.ts';
import type { TimelineEntry } from './customer/customer-timeline.projection.ts';
import { type Interaction, interaction } from './interaction/interaction.ts';

export interface Dependencies {
  readonly accounts: Store<Account, AccountEvent>;
  readonly contacts: Store<Contact, ContactEvent>;
  readonly interactions: Store<Interaction, InteractionEvent>;
  readonly holdings: View<Holding>;
  readonly timeline: View<TimelineEntry>;
  readonly now: () => Date;
  readonly newId: () => string;
}

export const connect = ({ database, now, newId }: Platform): Dependencies => ({
  accounts: database.store(accountNoun, account, ['industry', 'ownerId']),
  contacts: database.store(contactNoun, contact, ['accountId']),
  interactions: database.store(interactionNoun, interaction),
  holdings: database.view('customer-holdings'),
  timeline: database.view('customer-timeline'),
  now,
  newId,
});

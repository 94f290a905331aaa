import { accountNoun, contactNoun, interactionNoun } from '@steward/contracts';
import { service } from '@steward/service';
import { assignAccountOwnerRoute } from './account/assign-account-owner.route.ts';
import {
  listAccountsRoute,
  readAccountHistoryRoute,
  readAccountOwnerRoute,
  readAccountRoute,
} from './account/read-account.route.ts';
import { registerAccountRoute } from './account/register-account.route.ts';
import { addContactRoute } from './contact/add-contact.route.ts';
import { listContactsRoute } from './contact/list-contacts.route.ts';
import { customerHoldings } from './customer/customer-holdings.projection.ts';
import { customerTimeline } from './customer/customer-timeline.projection.ts';
import {
  readCustomerRecordRoute,
  readTimelineRoute,
} from './customer/read-customer-record.route.ts';
import { connect } from './dependencies.ts';
import { recordInteractionRoute } from './interaction/record-interaction.route.ts';

/** Every door into and out of account. Nothing is registered anywhere else. */
export const account = service(
  'account',
  [accountNoun, contactNoun, interactionNoun],
  connect,
  (dependencies) => ({
    routes: [
      registerAccountRoute(dependencies),
      assignAccountOwnerRoute(dependencies),
      readAccountRoute(dependencies),
      listAccountsRoute(dependencies),
      readAccountOwnerRoute(dependencies),
      readAccountHistoryRoute(dependencies),
      addContactRoute(dependencies),
      listContactsRoute(dependencies),
      recordInteractionRoute(dependencies),
      readCustomerRecordRoute(dependencies),
      readTimelineRoute(dependencies),
    ],
    consumers: [],
    projections: [customerHoldings, customerTimeline],
  }),
);

import {
  type OfferingCandidateEvent,
  type OfferingEvent,
  offeringCandidateNoun,
  offeringNoun,
  type SubscriptionEvent,
  subscriptionNoun,
} from '@steward/contracts';
import type { Database, Store } from '@steward/persistence';
import type { Platform } from '@steward/service';
import { type Offering, offering } from './offering/offering.ts';
import {
  type OfferingCandidate,
  offeringCandidate,
} from './offering-candidate/offering-candidate.ts';
import { type Subscription, subscription } from './subscription/subscription.ts';

export interface Dependencies {
  readonly offerings: Store<Offering, OfferingEvent>;
  readonly subscriptions: Store<Subscription, SubscriptionEvent>;
  readonly offeringCandidates: Store<OfferingCandidate, OfferingCandidateEvent>;
  readonly changeTogether: Database['changeTogether'];
  readonly newId: () => string;
}

export const connect = ({ database, newId }: Platform): Dependencies => ({
  offerings: database.store(offeringNoun, offering, ['unit', 'businessType']),
  subscriptions: database.store(subscriptionNoun, subscription, ['accountId', 'opportunityId']),
  offeringCandidates: database.store(offeringCandidateNoun, offeringCandidate, ['status']),
  changeTogether: database.changeTogether,
  newId,
});

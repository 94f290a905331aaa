export {
  type AccountEvent,
  AccountOwnerAssigned,
  AccountRegistered,
  accountNoun,
  Industry,
} from './account/account.ts';
export { ContactAdded, type ContactEvent, contactNoun } from './account/contact.ts';
export {
  type InteractionEvent,
  InteractionRecorded,
  interactionNoun,
  TouchPoint,
} from './account/interaction.ts';
export {
  Account,
  accountRoutes,
  Contact,
  CustomerRecord,
  Holding,
  TimelineEntry,
} from './account/routes.ts';
export { allRoutes, eventByWire, nouns } from './catalogue.ts';
export { AimsReport } from './data-service/aims-report.ts';
export { Durations } from './data-service/durations.ts';
export { FromService, NeedsReport } from './data-service/needs-report.ts';
export { dataServiceRoutes, PipelineReport, SatisfactionReport } from './data-service/routes.ts';
export { SupportGrouping, SupportReport } from './data-service/support-report.ts';
export {
  type DataOf,
  type EventContract,
  type EventOf,
  event,
  type NounContract,
  noun,
} from './event.ts';
export {
  HeardNeed,
  LossReason,
  OpenStage,
  OpportunityAccepted,
  OpportunityAdvanced,
  OpportunityDiscovered,
  type OpportunityEvent,
  OpportunityIntroduced,
  OpportunityLost,
  OpportunityWon,
  opportunityNoun,
  SoldLine,
} from './opportunity/opportunity.ts';
export { type OrderEvent, OrderPlaced, orderNoun } from './opportunity/order.ts';
export {
  Opportunity,
  OpportunityStatus,
  Order,
  opportunityRoutes,
  Solution,
} from './opportunity/routes.ts';
export {
  Channel,
  Leader,
  Placing,
  type SolutionEvent,
  SolutionPlanned,
  SolutionWentLive,
  solutionNoun,
} from './opportunity/solution.ts';
export { Id, Instant, Money, Name, Text } from './primitives.ts';
export { isStaff, type Role, roles, type Scope, scopes } from './roles.ts';
export {
  Changed,
  command,
  History,
  HistoryEntry,
  type Method,
  type ParamsOf,
  page,
  paging,
  query,
  type RouteContract,
  routes,
} from './route.ts';
export {
  BusinessType,
  type OfferingEvent,
  OfferingPublished,
  OfferingRetired,
  offeringNoun,
  Period,
  Price,
} from './service-productization/offering.ts';
export {
  OfferingCandidateAdopted,
  OfferingCandidateDismissed,
  type OfferingCandidateEvent,
  OfferingCandidateProposed,
  OfferingCandidateWordsErased,
  offeringCandidateNoun,
} from './service-productization/offering-candidate.ts';
export {
  Offering,
  Subscription,
  serviceProductizationRoutes,
} from './service-productization/routes.ts';
export {
  type SubscriptionEvent,
  SubscriptionStarted,
  subscriptionNoun,
} from './service-productization/subscription.ts';
export * from './tiered-support/index.ts';
export { type Checked, check, type Problem, validator } from './validator.ts';

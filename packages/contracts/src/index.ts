export * from './account/account.ts';
export * from './account/contact.ts';
export * from './account/interaction.ts';
export {
  Account,
  accountRoutes,
  Contact,
  CustomerRecord,
  Holding,
  TimelineEntry,
} from './account/routes.ts';
export * from './catalogue.ts';
export {
  Durations,
  dataServiceRoutes,
  PipelineReport,
  SatisfactionReport,
  SupportGrouping,
  SupportReport,
} from './data-service/routes.ts';
export * from './event.ts';
export * from './opportunity/opportunity.ts';
export * from './opportunity/order.ts';
export {
  Opportunity,
  OpportunityStatus,
  Order,
  opportunityRoutes,
  Solution,
} from './opportunity/routes.ts';
export * from './opportunity/solution.ts';
export * from './primitives.ts';
export * from './roles.ts';
export * from './route.ts';
export * from './service-productization/offering.ts';
export {
  Offering,
  Subscription,
  serviceProductizationRoutes,
} from './service-productization/routes.ts';
export * from './service-productization/subscription.ts';
export * from './tiered-support/operated-project.ts';
export {
  OperatedProject,
  Ticket,
  TicketStatus,
  tieredSupportRoutes,
} from './tiered-support/routes.ts';
export * from './tiered-support/ticket.ts';
export * from './tiered-support/tier.ts';
export * from './validator.ts';

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
export { type EventContract, type EventOf, event, type NounContract, noun } from './event.ts';
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
export { type Role, roles, type Scope, scopes } from './roles.ts';
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
export {
  Calendar,
  Clock,
  ClockInterval,
  SlaPolicy,
  Ticket,
  TicketClocks,
  TicketMessage,
} from './tiered-support/answers.ts';
export {
  ArticleContent,
  ArticleDrafted,
  type ArticleEvent,
  ArticlePublished,
  ArticleRetired,
  ArticleRevised,
  Audience,
  articleNoun,
  Language,
  Tag,
} from './tiered-support/article.ts';
export { Article } from './tiered-support/article-routes.ts';
export {
  CalendarDefined,
  type CalendarEvent,
  CalendarRevised,
  calendarNoun,
  Holiday,
  Hours,
  Opening,
  TimeOfDay,
  Weekly,
} from './tiered-support/calendar.ts';
export { OfficialHoliday } from './tiered-support/calendar-routes.ts';
export {
  CannedAnswerContent,
  CannedAnswerDefined,
  type CannedAnswerEvent,
  CannedAnswerRetired,
  CannedAnswerRevised,
  cannedAnswerNoun,
  Shortcut,
} from './tiered-support/canned-answer.ts';
export { CannedAnswer } from './tiered-support/canned-answer-routes.ts';
export {
  ConsultAnswered,
  ConsultAsked,
  type ConsultEvent,
  ConsultQuestion,
  consultNoun,
} from './tiered-support/consult.ts';
export { Consult } from './tiered-support/consult-routes.ts';
export {
  ConversationChannel,
  ConversationClosed,
  ConversationContinued,
  type ConversationEvent,
  ConversationLanguage,
  ConversationRecorded,
  conversationNoun,
  Participant,
  Turn,
} from './tiered-support/conversation.ts';
export {
  CustomerValue,
  CustomerValued,
  type CustomerValueEvent,
  customerValueNoun,
} from './tiered-support/customer-value.ts';
export { DeliveryCentre } from './tiered-support/delivery-centre.ts';
export { Desk, Held, Line } from './tiered-support/desk.ts';
export {
  Entitled,
  EntitledKind,
  EntitlementCharged,
  EntitlementContent,
  type EntitlementEvent,
  EntitlementOpened,
  EntitlementReturned,
  EntitlementRevised,
  EntitlementTerms,
  EntitlementUnit,
  entitlementNoun,
} from './tiered-support/entitlement.ts';
export { Entitlement } from './tiered-support/entitlement-routes.ts';
export {
  EscalationAcknowledged,
  EscalationCause,
  EscalationEnded,
  type EscalationEvent,
  EscalationMadeByHand,
  EscalationPostponed,
  EscalationStarted,
  EscalationStepTaken,
  EscalationTold,
  escalationNoun,
} from './tiered-support/escalation.ts';
export {
  EscalationKind,
  EscalationPolicyContent,
  EscalationPolicyDefined,
  type EscalationPolicyEvent,
  EscalationPolicyRevised,
  EscalationRole,
  EscalationStep,
  EscalationTrigger,
  escalationPolicyNoun,
  PinnedLadder,
} from './tiered-support/escalation-policy.ts';
export {
  type FollowOnEvent,
  FollowOnLinked,
  FollowOnNotRewarded,
  FollowOnOutcomeNoted,
  FollowOnRewarded,
  followOnNoun,
  NotRewardedBecause,
} from './tiered-support/follow-on.ts';
export { FollowOn } from './tiered-support/follow-on-routes.ts';
export { Condition, Milestone } from './tiered-support/milestone.ts';
export {
  NeedAccepted,
  type NeedCandidateEvent,
  NeedContent,
  NeedFound,
  NeedKind,
  NeedLanguage,
  NeedLost,
  NeedOrigin,
  NeedOutlet,
  NeedReason,
  NeedRejected,
  NeedRejection,
  NeedSource,
  NeedWon,
  needCandidateNoun,
  Quote,
} from './tiered-support/need-candidate.ts';
export {
  Brand,
  type OperatedProjectEvent,
  OperatedProjectOpened,
  operatedProjectNoun,
  ProjectBrandRevised,
} from './tiered-support/operated-project.ts';
export {
  OperatedProject,
  ProjectCommunication,
  ProjectContact,
  ProjectMechanisms,
  ProjectSolution,
} from './tiered-support/operated-project-routes.ts';
export {
  CaseBecame,
  OutsourcerCaughtUp,
  OutsourcerContent,
  OutsourcerDeactivated,
  OutsourcerEngaged,
  type OutsourcerEvent,
  OutsourcerFellBehind,
  OutsourcerHeard,
  OutsourcerOwner,
  OutsourcerOwnerAssigned,
  OutsourcerReactivated,
  OutsourcerRevised,
  OwnerLevel,
  outsourcerNoun,
} from './tiered-support/outsourcer.ts';
export { Outsourcer, OutsourcerLag } from './tiered-support/outsourcer-routes.ts';
export { Priority, WaitingFor } from './tiered-support/priority.ts';
export {
  ContactSide,
  Mechanism,
  type MechanismName,
  PlannedContact,
  ProjectMechanismReviewed,
  Reward,
  ServiceItem,
} from './tiered-support/project-mechanism.ts';
export {
  Customisation,
  Dependency,
  Interface,
  ProjectCustomisationRecorded,
  ProjectCustomisationWithdrawn,
} from './tiered-support/project-solution.ts';
export {
  ProjectActivityNoted,
  ProjectContactHeld,
  ProjectHeardAgain,
  ProjectLeftAlone,
  ProjectPersonAssigned,
  ProjectPersonReleased,
  ProjectWatchSet,
  ProjectWentQuiet,
  Watch,
} from './tiered-support/project-watch.ts';
export {
  BookedFor,
  Booking,
  CapacityStep,
  PoolBooked,
  PoolBookingChanged,
  PoolBookingReleased,
  PoolId,
  ResourcePoolDefined,
  type ResourcePoolEvent,
  ResourcePoolRevised,
  resourcePoolNoun,
} from './tiered-support/resource-pool.ts';
export {
  PoolAvailability,
  PoolBooking,
  PoolUtilisation,
  ResourcePool,
} from './tiered-support/resource-pool-routes.ts';
export { tieredSupportRoutes } from './tiered-support/routes.ts';
export { Caller, RoutingStability, TicketRouting } from './tiered-support/routing-routes.ts';
export {
  GradeExplained,
  GradePart,
  GradePool,
  ServiceGrade,
} from './tiered-support/service-grade.ts';
export { ValuedCustomer } from './tiered-support/service-grade-routes.ts';
export {
  type SilenceEvent,
  SilenceNoticed,
  SilenceUnwatched,
  SilenceWatched,
  silenceNoun,
} from './tiered-support/silence.ts';
export {
  ClockName,
  Pauses,
  PinnedTerms,
  Promised,
  SlaMatch,
  SlaPolicyContent,
  SlaPolicyDefined,
  SlaPolicyDisabled,
  SlaPolicyEnabled,
  type SlaPolicyEvent,
  SlaPolicyRevised,
  SlaTarget,
  SlaTerms,
  slaPolicyNoun,
} from './tiered-support/sla.ts';
export {
  ChannelWeights,
  Presence,
  Skill,
  SkillLevel,
  SkillName,
  SupportAgentContent,
  SupportAgentDefined,
  type SupportAgentEvent,
  SupportAgentLeaveGranted,
  SupportAgentLeaveWithdrawn,
  SupportAgentLetGo,
  SupportAgentPresenceChanged,
  SupportAgentRevised,
  SupportAgentTookOn,
  supportAgentNoun,
} from './tiered-support/support-agent.ts';
export { SupportAgent } from './tiered-support/support-agent-routes.ts';
export {
  Score,
  SurveyAnswer,
  SurveyAnswered,
  SurveyCancelled,
  type SurveyEvent,
  SurveyExpired,
  SurveyOffered,
  SurveyReceiver,
  SurveyReceiverAsked,
  type SurveyReceiverEvent,
  SurveyReceiverReleased,
  SurveyWithheld,
  surveyNoun,
  surveyReceiverNoun,
  WithheldFor,
} from './tiered-support/survey.ts';
export {
  SurveyPolicyContent,
  SurveyPolicyDefined,
  type SurveyPolicyEvent,
  SurveyPolicyRevised,
  SurveyQuestion,
  surveyPolicyNoun,
} from './tiered-support/survey-policy.ts';
export { SurveyPolicy } from './tiered-support/survey-policy-routes.ts';
export { Survey, SurveyLink, SurveyStatus, SurveySummary } from './tiered-support/survey-routes.ts';
export {
  TaskAccepted,
  TaskCancelled,
  TaskDeclined,
  TaskDone,
  TaskDue,
  type TaskEvent,
  TaskFunction,
  TaskOverdue,
  TaskReassigned,
  TaskSet,
  TaskTime,
  TaskWarned,
  taskNoun,
} from './tiered-support/task.ts';
export { Task } from './tiered-support/task-routes.ts';
export {
  TicketCancelled,
  TicketClockBreached,
  TicketClockWarned,
  TicketClosed,
  type TicketEvent,
  TicketHandedOver,
  TicketMessageAdded,
  TicketNoteAdded,
  TicketPrioritised,
  TicketQueued,
  TicketRaised,
  TicketRated,
  TicketReopened,
  TicketResolved,
  TicketWaitStarted,
  TicketWorkStarted,
  ticketNoun,
} from './tiered-support/ticket.ts';
export { TicketEscalated } from './tiered-support/ticket-escalation.ts';
export { MessageChannel, MessageFrom } from './tiered-support/ticket-message.ts';
export { TicketOutsourcedEntryTaken } from './tiered-support/ticket-outsourced.ts';
export {
  TicketMilestoneBreached,
  TicketMilestoneReached,
  TicketMilestoneWarned,
  TicketPromisedAnew,
} from './tiered-support/ticket-promise.ts';
export {
  LinkKind,
  TicketArticleNamed,
  TicketLink,
  TicketLinked,
  TicketMerged,
  TicketMessageTakenOver,
  TicketTaskSet,
  TicketTookIn,
  TicketUnlinked,
  TicketUnwatched,
  TicketWatched,
  Watcher,
} from './tiered-support/ticket-relations.ts';
export {
  AdditionalSkill,
  Advantage,
  Considered,
  LeftOut,
  RequiredSkill,
  TicketClaimed,
  TicketLeftInQueue,
  TicketReleased,
  TicketRouted,
} from './tiered-support/ticket-routing.ts';
export { TicketStatus } from './tiered-support/ticket-status.ts';
export { TicketSurveyLeftOut } from './tiered-support/ticket-survey.ts';
export { Arrangement, ServedBy, Tier } from './tiered-support/tier.ts';
export {
  anyOther,
  ProjectRight,
  TierPolicyContent,
  type TierPolicyEvent,
  TierPolicyRevised,
  TierRow,
  TierThresholds,
  TierWhen,
  tierPolicyNoun,
} from './tiered-support/tier-policy.ts';
export { TierPolicy, TierResolution } from './tiered-support/tier-policy-routes.ts';
export {
  ReturnOutcome,
  Technician,
  WorkDone,
  WorkKind,
  WorkOrderAssigned,
  WorkOrderCancelled,
  WorkOrderCompleted,
  type WorkOrderEvent,
  WorkOrderInspected,
  WorkOrderPlanned,
  WorkOrderReceived,
  WorkOrderSettled,
  WorkOrderStarted,
  WorkOrderStatus,
  WorkOrderVisitFailed,
  WorkPlan,
  WorkWindow,
  workOrderNoun,
} from './tiered-support/work-order.ts';
export { WorkOrder } from './tiered-support/work-order-routes.ts';
export { type Checked, check, type Problem, validator } from './validator.ts';

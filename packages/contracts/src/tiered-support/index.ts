export * from './answers.ts';
export * from './article.ts';
export { Article } from './article-routes.ts';
export * from './calendar.ts';
export { OfficialHoliday } from './calendar-routes.ts';
export * from './canned-answer.ts';
export { CannedAnswer } from './canned-answer-routes.ts';
export * from './consult.ts';
export { Consult } from './consult-routes.ts';
export {
  ConversationChannel,
  ConversationClosed,
  ConversationContinued,
  ConversationErased,
  type ConversationEvent,
  ConversationLanguage,
  ConversationRecorded,
  conversationNoun,
  Participant,
  Turn,
} from './conversation.ts';
export * from './customer-value.ts';
export * from './delivery-centre.ts';
export * from './desk.ts';
export * from './entitlement.ts';
export { Entitlement } from './entitlement-routes.ts';
export * from './erased.ts';
export * from './escalation.ts';
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
} from './escalation-policy.ts';
export * from './follow-on.ts';
export { FollowOn } from './follow-on-routes.ts';
export * from './for-customers.ts';
export * from './milestone.ts';
export {
  NeedAccepted,
  type NeedCandidateEvent,
  NeedContent,
  NeedDismissed,
  NeedFound,
  NeedKind,
  NeedLanguage,
  NeedLost,
  NeedOffered,
  NeedOrigin,
  NeedOutlet,
  NeedReason,
  NeedRejected,
  NeedRejection,
  NeedSource,
  NeedWon,
  NeedWordsErased,
  needCandidateNoun,
  Quote,
} from './need-candidate.ts';
export {
  Brand,
  type OperatedProjectEvent,
  OperatedProjectOpened,
  operatedProjectNoun,
  ProjectBrandRevised,
} from './operated-project.ts';
export {
  OperatedProject,
  ProjectCommunication,
  ProjectContact,
  ProjectMechanisms,
  ProjectSolution,
} from './operated-project-routes.ts';
export * from './outsourcer.ts';
export { Outsourcer, OutsourcerLag } from './outsourcer-routes.ts';
export { Priority, WaitingFor } from './priority.ts';
export * from './project-mechanism.ts';
export * from './project-solution.ts';
export * from './project-watch.ts';
export * from './resource-pool.ts';
export {
  PoolAvailability,
  PoolBooking,
  PoolUtilisation,
  ResourcePool,
} from './resource-pool-routes.ts';
export * from './routes.ts';
export { Caller, RoutingStability, TicketRouting } from './routing-routes.ts';
export * from './service-grade.ts';
export { ValuedCustomer } from './service-grade-routes.ts';
export * from './silence.ts';
export * from './sla.ts';
export * from './support-agent.ts';
export { SupportAgent } from './support-agent-routes.ts';
export * from './survey.ts';
export * from './survey-policy.ts';
export { SurveyPolicy } from './survey-policy-routes.ts';
export { Survey, SurveyLink, SurveyStatus, SurveySummary } from './survey-routes.ts';
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
} from './task.ts';
export { Task } from './task-routes.ts';
export * from './ticket.ts';
export * from './ticket-erasure.ts';
export * from './ticket-escalation.ts';
export * from './ticket-message.ts';
export * from './ticket-outsourced.ts';
export * from './ticket-promise.ts';
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
} from './ticket-relations.ts';
export * from './ticket-routing.ts';
export * from './ticket-status.ts';
export * from './ticket-survey.ts';
export * from './tier.ts';
export * from './tier-policy.ts';
export { TierPolicy, TierResolution } from './tier-policy-routes.ts';
export * from './work-order.ts';
export { WorkOrder } from './work-order-routes.ts';

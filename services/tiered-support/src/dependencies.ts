import {
  type ArticleEvent,
  articleNoun,
  type CalendarEvent,
  type CannedAnswerEvent,
  type ConsultEvent,
  type ConversationEvent,
  type CustomerValueEvent,
  calendarNoun,
  cannedAnswerNoun,
  consultNoun,
  conversationNoun,
  customerValueNoun,
  type EntitlementEvent,
  type EscalationEvent,
  type EscalationPolicyEvent,
  entitlementNoun,
  escalationNoun,
  escalationPolicyNoun,
  type FollowOnEvent,
  followOnNoun,
  type NeedCandidateEvent,
  needCandidateNoun,
  type OperatedProjectEvent,
  type OutsourcerEvent,
  operatedProjectNoun,
  outsourcerNoun,
  type ResourcePoolEvent,
  resourcePoolNoun,
  type SilenceEvent,
  type SlaPolicyEvent,
  type SupportAgentEvent,
  type SurveyEvent,
  type SurveyPolicyEvent,
  type SurveyReceiverEvent,
  silenceNoun,
  slaPolicyNoun,
  supportAgentNoun,
  surveyNoun,
  surveyPolicyNoun,
  surveyReceiverNoun,
  type TaskEvent,
  type TicketEvent,
  type TierPolicyEvent,
  taskNoun,
  ticketNoun,
  tierPolicyNoun,
  type WorkOrderEvent,
  workOrderNoun,
} from '@steward/contracts';
import type { Decision } from '@steward/domain';
import type { AnyEvent, Database, Store, View } from '@steward/persistence';
import type { Platform } from '@steward/service';
import { type Article, article } from './article/article.ts';
import { type Calendar, calendar } from './calendar/calendar.ts';
import { type CannedAnswer, cannedAnswer } from './canned-answer/canned-answer.ts';
import {
  type CannedAnswerUse,
  cannedAnswerUses,
} from './canned-answer/canned-answer-uses.projection.ts';
import { type Consult, consult } from './consult/consult.ts';
import { type Conversation, conversation } from './conversation/conversation.ts';
import { type Customer, customers } from './customer/customers.projection.ts';
import { type CustomerValue, customerValue } from './customer-value/customer-value.ts';
import { type Entitlement, entitlement } from './entitlement/entitlement.ts';
import { type Escalation, escalation } from './escalation/escalation.ts';
import { type EscalationPolicy, escalationPolicy } from './escalation-policy/escalation-policy.ts';
import { type FollowOn, followOn } from './follow-on/follow-on.ts';
import { mineByRules, type NeedMiner } from './need-candidate/mine.ts';
import { type NeedCandidate, needCandidate } from './need-candidate/need-candidate.ts';
import { type OperatedProject, operatedProject } from './operated-project/operated-project.ts';
import {
  type ProjectContactRow,
  projectContacts,
} from './operated-project/project-contacts.projection.ts';
import { amidSilence } from './operated-project/ring-silence.ts';
import { type Outsourcer, outsourcer } from './outsourcer/outsourcer.ts';
import {
  type OutsourcerEntry,
  outsourcerEntries,
} from './outsourcer/outsourcer-entries.projection.ts';
import { type PoolBookingRow, poolBookings } from './resource-pool/pool-bookings.projection.ts';
import { type ResourcePool, resourcePool } from './resource-pool/resource-pool.ts';
import { type TicketHandlers, ticketHandlers } from './routing/ticket-handlers.projection.ts';
import { type Silence, silence } from './silence/silence.ts';
import { type SlaPolicy, slaPolicy } from './sla-policy/sla-policy.ts';
import { type SupportAgent, supportAgent } from './support-agent/support-agent.ts';
import { type Survey, survey } from './survey/survey.ts';
import { type SurveyReceiverState, surveyReceiver } from './survey/survey-receiver.ts';
import { type SurveyResult, surveyResults } from './survey/survey-results.projection.ts';
import { type SurveyLinks, surveyLinksOf } from './survey-links.ts';
import { type SurveyPolicy, surveyPolicy } from './survey-policy/survey-policy.ts';
import { afterRingingTask } from './task/ring-task.ts';
import { type Task, task } from './task/task.ts';
import { afterRinging } from './ticket/ring-clocks.ts';
import { type Ticket, ticket } from './ticket/ticket.ts';
import { type TierPolicy, tierPolicy } from './tier/tier-policy.ts';
import { type WorkOrder, workOrder } from './work-order/work-order.ts';

export interface Dependencies {
  readonly tickets: Store<Ticket, TicketEvent>;
  readonly calendars: Store<Calendar, CalendarEvent>;
  readonly projects: Store<OperatedProject, OperatedProjectEvent>;
  readonly slaPolicies: Store<SlaPolicy, SlaPolicyEvent>;
  readonly escalationPolicies: Store<EscalationPolicy, EscalationPolicyEvent>;
  readonly escalations: Store<Escalation, EscalationEvent>;
  readonly silences: Store<Silence, SilenceEvent>;
  readonly supportAgents: Store<SupportAgent, SupportAgentEvent>;
  readonly tierPolicies: Store<TierPolicy, TierPolicyEvent>;
  readonly entitlements: Store<Entitlement, EntitlementEvent>;
  readonly tasks: Store<Task, TaskEvent>;
  readonly workOrders: Store<WorkOrder, WorkOrderEvent>;
  readonly consults: Store<Consult, ConsultEvent>;
  readonly customerValues: Store<CustomerValue, CustomerValueEvent>;
  readonly followOns: Store<FollowOn, FollowOnEvent>;
  readonly resourcePools: Store<ResourcePool, ResourcePoolEvent>;
  readonly projectContacts: View<ProjectContactRow>;
  readonly poolBookings: View<PoolBookingRow>;
  readonly cannedAnswers: Store<CannedAnswer, CannedAnswerEvent>;
  readonly cannedAnswerUses: View<CannedAnswerUse>;
  readonly articles: Store<Article, ArticleEvent>;
  readonly surveyPolicies: Store<SurveyPolicy, SurveyPolicyEvent>;
  readonly surveys: Store<Survey, SurveyEvent>;
  readonly surveyReceivers: Store<SurveyReceiverState, SurveyReceiverEvent>;
  readonly surveyResults: View<SurveyResult>;
  readonly surveyLinks: SurveyLinks;
  readonly outsourcers: Store<Outsourcer, OutsourcerEvent>;
  readonly outsourcerEntries: View<OutsourcerEntry>;
  readonly conversations: Store<Conversation, ConversationEvent>;
  readonly needCandidates: Store<NeedCandidate, NeedCandidateEvent>;
  readonly mineNeeds: NeedMiner;
  readonly customers: View<Customer>;
  readonly ticketHandlers: View<TicketHandlers>;
  readonly changeTogether: Database['changeTogether'];
  readonly now: () => Date;
  readonly newId: () => string;
}

const ticketFields = [
  'accountId',
  'partnerId',
  'status',
  'desk.line',
  'desk.team',
  'nextAlarmAt',
  'awaitsAgentSince',
];

const escalationFields = ['ticketId', 'toldTo', 'status', 'nextStepAt'];

const workOrderFields = ['ticketId', 'status', 'technician', 'kind'];

const projectFields = ['accountId', 'partnerId', 'isQuiet', 'isAlone', 'nextAlarmAt'];

const articleFields = [
  'status',
  ...['language', 'tags'].flatMap((field) => [`content.${field}`, `published.content.${field}`]),
];

const surveyFields = ['status', 'accountId', 'ticketId', 'receiver.id', 'dueAt'];

const conversationFields = ['accountId', 'ticketId', 'status'];

const needFields = ['accountId', 'status', 'kind', 'origin.conversationId', 'origin.messageId'];

const agentFields = ['presence', 'status', 'desks.team'];

const taskFields = ['ticketId', 'function', 'assignee', 'status', 'nextAlarmAt'];

/** A store in which something is told before or after whatever else becomes of its aggregates. */
const telling = <State, Event extends AnyEvent>(
  store: Store<State, Event>,
  around: (decision: Decision<State, Event>, at: Date) => Decision<State, Event>,
): Store<State, Event> => ({
  ...store,
  change: (id, decision, because) => store.change(id, around(decision, because.at), because),
  step: (id, decision) => ({
    ...store.step(id, decision),
    decide: (because) => store.step(id, around(decision, because.at)).decide(because),
  }),
});

export const connect = ({ database, now, newId, surveyLinkKeys = [] }: Platform): Dependencies => ({
  calendars: database.store(calendarNoun, calendar, []),
  slaPolicies: database.store(slaPolicyNoun, slaPolicy, ['status']),
  escalationPolicies: database.store(escalationPolicyNoun, escalationPolicy, ['status']),
  escalations: database.store(escalationNoun, escalation, escalationFields),
  silences: database.store(silenceNoun, silence, ['nextLookAt']),
  supportAgents: database.store(supportAgentNoun, supportAgent, agentFields),
  tierPolicies: database.store(tierPolicyNoun, tierPolicy, []),
  entitlements: database.store(entitlementNoun, entitlement, ['accountId', 'on.id']),
  tasks: telling(database.store(taskNoun, task, taskFields), afterRingingTask),
  workOrders: database.store(workOrderNoun, workOrder, workOrderFields),
  consults: database.store(consultNoun, consult, ['ticketId', 'status', 'team', 'expert']),
  customerValues: database.store(customerValueNoun, customerValue, []),
  tickets: telling(database.store(ticketNoun, ticket, ticketFields), afterRinging),
  projects: telling(
    database.store(operatedProjectNoun, operatedProject, projectFields),
    amidSilence,
  ),
  followOns: database.store(followOnNoun, followOn, ['isLinked', 'projectId']),
  resourcePools: database.store(resourcePoolNoun, resourcePool, []),
  projectContacts: database.view(projectContacts.name),
  poolBookings: database.view(poolBookings.name),
  cannedAnswers: database.store(cannedAnswerNoun, cannedAnswer, ['status']),
  cannedAnswerUses: database.view(cannedAnswerUses.name),
  articles: database.store(articleNoun, article, articleFields),
  surveyPolicies: database.store(surveyPolicyNoun, surveyPolicy, []),
  surveys: database.store(surveyNoun, survey, surveyFields),
  surveyReceivers: database.store(surveyReceiverNoun, surveyReceiver, []),
  surveyResults: database.view(surveyResults.name),
  surveyLinks: surveyLinksOf(surveyLinkKeys),
  outsourcers: database.store(outsourcerNoun, outsourcer, ['status', 'teams', 'dueAt']),
  outsourcerEntries: database.view(outsourcerEntries.name),
  conversations: database.store(conversationNoun, conversation, conversationFields),
  needCandidates: database.store(needCandidateNoun, needCandidate, needFields),
  mineNeeds: mineByRules,
  customers: database.view(customers.name),
  ticketHandlers: database.view(ticketHandlers.name),
  changeTogether: database.changeTogether,
  now,
  newId,
});

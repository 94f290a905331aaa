import {
  type CalendarEvent,
  type ConsultEvent,
  type CustomerValueEvent,
  calendarNoun,
  consultNoun,
  customerValueNoun,
  type EntitlementEvent,
  type EscalationEvent,
  type EscalationPolicyEvent,
  entitlementNoun,
  escalationNoun,
  escalationPolicyNoun,
  type OperatedProjectEvent,
  operatedProjectNoun,
  type SilenceEvent,
  type SlaPolicyEvent,
  type SupportAgentEvent,
  silenceNoun,
  slaPolicyNoun,
  supportAgentNoun,
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
import { type Calendar, calendar } from './calendar/calendar.ts';
import { type Consult, consult } from './consult/consult.ts';
import { type Customer, customers } from './customer/customers.projection.ts';
import { type CustomerValue, customerValue } from './customer-value/customer-value.ts';
import { type Entitlement, entitlement } from './entitlement/entitlement.ts';
import { type Escalation, escalation } from './escalation/escalation.ts';
import { type EscalationPolicy, escalationPolicy } from './escalation-policy/escalation-policy.ts';
import { type OperatedProject, operatedProject } from './operated-project/operated-project.ts';
import { type TicketHandlers, ticketHandlers } from './routing/ticket-handlers.projection.ts';
import { type Silence, silence } from './silence/silence.ts';
import { type SlaPolicy, slaPolicy } from './sla-policy/sla-policy.ts';
import { type SupportAgent, supportAgent } from './support-agent/support-agent.ts';
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
  readonly customers: View<Customer>;
  readonly ticketHandlers: View<TicketHandlers>;
  readonly changeTogether: Database['changeTogether'];
  readonly now: () => Date;
  readonly newId: () => string;
}

const ticketFields = [
  'accountId',
  'status',
  'desk.line',
  'desk.team',
  'nextAlarmAt',
  'awaitsAgentSince',
];

const escalationFields = ['ticketId', 'toldTo', 'status', 'nextStepAt'];

const workOrderFields = ['ticketId', 'status', 'technician', 'kind'];

const taskFields = ['ticketId', 'function', 'assignee', 'status', 'nextAlarmAt'];

/** What has fallen due is told of before anything else becomes of something. */
const ringing = <State, Event extends AnyEvent>(
  store: Store<State, Event>,
  after: (decision: Decision<State, Event>, at: Date) => Decision<State, Event>,
): Store<State, Event> => ({
  ...store,
  change: (id, decision, because) => store.change(id, after(decision, because.at), because),
  step: (id, decision) => ({
    ...store.step(id, decision),
    decide: (because) => store.step(id, after(decision, because.at)).decide(because),
  }),
});

export const connect = ({ database, now, newId }: Platform): Dependencies => ({
  calendars: database.store(calendarNoun, calendar, []),
  projects: database.store(operatedProjectNoun, operatedProject, ['accountId']),
  slaPolicies: database.store(slaPolicyNoun, slaPolicy, ['status']),
  escalationPolicies: database.store(escalationPolicyNoun, escalationPolicy, ['status']),
  escalations: database.store(escalationNoun, escalation, escalationFields),
  silences: database.store(silenceNoun, silence, ['nextLookAt']),
  supportAgents: database.store(supportAgentNoun, supportAgent, ['presence', 'desks.team']),
  tierPolicies: database.store(tierPolicyNoun, tierPolicy, []),
  entitlements: database.store(entitlementNoun, entitlement, ['accountId', 'on.id']),
  tickets: ringing(database.store(ticketNoun, ticket, ticketFields), afterRinging),
  tasks: ringing(database.store(taskNoun, task, taskFields), afterRingingTask),
  workOrders: database.store(workOrderNoun, workOrder, workOrderFields),
  consults: database.store(consultNoun, consult, ['ticketId', 'status', 'team', 'expert']),
  customerValues: database.store(customerValueNoun, customerValue, []),
  customers: database.view(customers.name),
  ticketHandlers: database.view(ticketHandlers.name),
  changeTogether: database.changeTogether,
  now,
  newId,
});

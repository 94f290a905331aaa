import {
  articleNoun,
  calendarNoun,
  cannedAnswerNoun,
  consultNoun,
  conversationNoun,
  customerValueNoun,
  entitlementNoun,
  escalationNoun,
  escalationPolicyNoun,
  followOnNoun,
  needCandidateNoun,
  operatedProjectNoun,
  outsourcerNoun,
  resourcePoolNoun,
  silenceNoun,
  slaPolicyNoun,
  supportAgentNoun,
  surveyNoun,
  surveyPolicyNoun,
  surveyReceiverNoun,
  taskNoun,
  ticketNoun,
  tierPolicyNoun,
  workOrderNoun,
} from '@steward/contracts';
import { doorsTogether, service } from '@steward/service';
import { afterSalesDoors } from './after-sales-doors.ts';
import { customerDoors } from './customer-doors.ts';
import { connect } from './dependencies.ts';
import { entitlementDoors } from './entitlement-doors.ts';
import { escalationDoors } from './escalation-doors.ts';
import { followOnDoors } from './follow-on-doors.ts';
import { knowledgeDoors } from './knowledge-doors.ts';
import { needsDoors } from './needs-doors.ts';
import { outsourcerDoors } from './outsourcer-doors.ts';
import { projectDoors } from './project-doors.ts';
import { resourcePoolDoors } from './resource-pool-doors.ts';
import { routingDoors } from './routing-doors.ts';
import { satisfactionDoors } from './satisfaction-doors.ts';
import { serviceGradeDoors } from './service-grade-doors.ts';
import { serviceLevelDoors } from './service-level-doors.ts';
import { taskDoors } from './task-doors.ts';
import { ticketDoors } from './ticket-doors.ts';
import { tierDoors } from './tier-doors.ts';

/** The service: its nouns, and its doors by what they are for. Nothing is registered anywhere else. */
export const tieredSupport = service(
  'tiered-support',
  [
    calendarNoun,
    operatedProjectNoun,
    followOnNoun,
    resourcePoolNoun,
    slaPolicyNoun,
    ticketNoun,
    escalationNoun,
    escalationPolicyNoun,
    silenceNoun,
    supportAgentNoun,
    tierPolicyNoun,
    entitlementNoun,
    taskNoun,
    workOrderNoun,
    consultNoun,
    customerValueNoun,
    articleNoun,
    cannedAnswerNoun,
    surveyNoun,
    surveyPolicyNoun,
    surveyReceiverNoun,
    outsourcerNoun,
    conversationNoun,
    needCandidateNoun,
  ],
  connect,
  (dependencies) =>
    doorsTogether(
      ticketDoors(dependencies),
      serviceLevelDoors(dependencies),
      projectDoors(dependencies),
      followOnDoors(dependencies),
      resourcePoolDoors(dependencies),
      customerDoors(dependencies),
      escalationDoors(dependencies),
      routingDoors(dependencies),
      tierDoors(dependencies),
      entitlementDoors(dependencies),
      taskDoors(dependencies),
      afterSalesDoors(dependencies),
      serviceGradeDoors(dependencies),
      knowledgeDoors(dependencies),
      satisfactionDoors(dependencies),
      outsourcerDoors(dependencies),
      needsDoors(dependencies),
    ),
);

import { accountNoun } from './account/account.ts';
import { contactNoun } from './account/contact.ts';
import { interactionNoun } from './account/interaction.ts';
import { accountRoutes } from './account/routes.ts';
import { dataServiceRoutes } from './data-service/routes.ts';
import type { EventContract, NounContract } from './event.ts';
import { opportunityNoun } from './opportunity/opportunity.ts';
import { orderNoun } from './opportunity/order.ts';
import { opportunityRoutes } from './opportunity/routes.ts';
import { solutionNoun } from './opportunity/solution.ts';
import type { RouteContract } from './route.ts';
import { offeringNoun } from './service-productization/offering.ts';
import { offeringCandidateNoun } from './service-productization/offering-candidate.ts';
import { serviceProductizationRoutes } from './service-productization/routes.ts';
import { subscriptionNoun } from './service-productization/subscription.ts';
import { articleNoun } from './tiered-support/article.ts';
import { calendarNoun } from './tiered-support/calendar.ts';
import { cannedAnswerNoun } from './tiered-support/canned-answer.ts';
import { consultNoun } from './tiered-support/consult.ts';
import { conversationNoun } from './tiered-support/conversation.ts';
import { customerValueNoun } from './tiered-support/customer-value.ts';
import { entitlementNoun } from './tiered-support/entitlement.ts';
import { escalationNoun } from './tiered-support/escalation.ts';
import { escalationPolicyNoun } from './tiered-support/escalation-policy.ts';
import { followOnNoun } from './tiered-support/follow-on.ts';
import { needCandidateNoun } from './tiered-support/need-candidate.ts';
import { operatedProjectNoun } from './tiered-support/operated-project.ts';
import { outsourcerNoun } from './tiered-support/outsourcer.ts';
import { resourcePoolNoun } from './tiered-support/resource-pool.ts';
import { tieredSupportRoutes } from './tiered-support/routes.ts';
import { silenceNoun } from './tiered-support/silence.ts';
import { slaPolicyNoun } from './tiered-support/sla.ts';
import { supportAgentNoun } from './tiered-support/support-agent.ts';
import { surveyNoun, surveyReceiverNoun } from './tiered-support/survey.ts';
import { surveyPolicyNoun } from './tiered-support/survey-policy.ts';
import { taskNoun } from './tiered-support/task.ts';
import { ticketNoun } from './tiered-support/ticket.ts';
import { tierPolicyNoun } from './tiered-support/tier-policy.ts';
import { workOrderNoun } from './tiered-support/work-order.ts';

/** Every noun whose facts travel between services. */
export const nouns: readonly NounContract[] = [
  accountNoun,
  contactNoun,
  interactionNoun,
  opportunityNoun,
  orderNoun,
  solutionNoun,
  offeringNoun,
  subscriptionNoun,
  offeringCandidateNoun,
  operatedProjectNoun,
  followOnNoun,
  resourcePoolNoun,
  calendarNoun,
  slaPolicyNoun,
  escalationPolicyNoun,
  escalationNoun,
  silenceNoun,
  supportAgentNoun,
  tierPolicyNoun,
  entitlementNoun,
  workOrderNoun,
  consultNoun,
  customerValueNoun,
  ticketNoun,
  taskNoun,
  cannedAnswerNoun,
  articleNoun,
  surveyPolicyNoun,
  surveyNoun,
  surveyReceiverNoun,
  outsourcerNoun,
  conversationNoun,
  needCandidateNoun,
];

/** Every route that the gateway opens to the outside. */
export const allRoutes: readonly RouteContract[] = [
  accountRoutes,
  opportunityRoutes,
  serviceProductizationRoutes,
  tieredSupportRoutes,
  dataServiceRoutes,
].flatMap((routes) => Object.values(routes) as RouteContract[]);

const byWire = new Map(
  nouns.flatMap(({ events }) => events.map((contract) => [contract.wire, contract] as const)),
);

/** The contract of a fact by its name on the wire. */
export const eventByWire = (wire: string): EventContract | undefined => byWire.get(wire);

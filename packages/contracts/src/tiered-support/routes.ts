import { routes } from '../route.ts';
import { articleRoutes } from './article-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { cannedAnswerRoutes } from './canned-answer-routes.ts';
import { consultRoutes } from './consult-routes.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { entitlementRoutes } from './entitlement-routes.ts';
import { escalationPolicyRoutes } from './escalation-policy-routes.ts';
import { escalationRoutes } from './escalation-routes.ts';
import { followOnRoutes } from './follow-on-routes.ts';
import { needCandidateRoutes } from './need-candidate-routes.ts';
import { operatedProjectRoutes } from './operated-project-routes.ts';
import { outsourcerRoutes } from './outsourcer-routes.ts';
import { resourcePoolRoutes } from './resource-pool-routes.ts';
import { routingRoutes } from './routing-routes.ts';
import { serviceGradeRoutes } from './service-grade-routes.ts';
import { slaPolicyRoutes } from './sla-policy-routes.ts';
import { supportAgentRoutes } from './support-agent-routes.ts';
import { surveyPolicyRoutes } from './survey-policy-routes.ts';
import { surveyRoutes } from './survey-routes.ts';
import { taskRoutes } from './task-routes.ts';
import { ticketRelationRoutes } from './ticket-relation-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';
import { tierPolicyRoutes } from './tier-policy-routes.ts';
import { workOrderRoutes } from './work-order-routes.ts';

export const tieredSupportRoutes = routes('tiered-support', {
  ...ticketRoutes,
  ...ticketRelationRoutes,
  ...taskRoutes,
  ...cannedAnswerRoutes,
  ...articleRoutes,
  ...operatedProjectRoutes,
  ...calendarRoutes,
  ...slaPolicyRoutes,
  ...escalationPolicyRoutes,
  ...escalationRoutes,
  ...supportAgentRoutes,
  ...routingRoutes,
  ...tierPolicyRoutes,
  ...entitlementRoutes,
  ...workOrderRoutes,
  ...consultRoutes,
  ...serviceGradeRoutes,
  ...followOnRoutes,
  ...resourcePoolRoutes,
  ...surveyPolicyRoutes,
  ...surveyRoutes,
  ...outsourcerRoutes,
  ...conversationRoutes,
  ...needCandidateRoutes,
});

import { z } from 'zod';
import { Id } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { EscalationPolicyContent } from './escalation-policy.ts';

const EscalationPolicy = z.object({
  policyId: Id,
  status: z.enum(['enabled', 'disabled']),
  ...EscalationPolicyContent.shape,
  version: z.int(),
});

export const escalationPolicyRoutes = {
  defineEscalationPolicy: command('/v1/escalation-policies', {
    summary:
      'Define what sets an escalation off, and who is told, step by step, until somebody answers',
    scope: 'support:write',
    creates: true,
    body: { policyId: Id.optional(), ...EscalationPolicyContent.shape },
  }),
  reviseEscalationPolicy: command('/v1/escalation-policies/:policyId/revisions', {
    summary: 'Escalate otherwise; ladders that have begun go on as they are',
    scope: 'support:write',
    body: EscalationPolicyContent.shape,
  }),
  disableEscalationPolicy: command('/v1/escalation-policies/:policyId/disabling', {
    summary: 'Let nothing be set off by a policy any more',
    scope: 'support:write',
    body: {},
  }),
  enableEscalationPolicy: command('/v1/escalation-policies/:policyId/enabling', {
    summary: 'Let a disabled policy set off escalations again',
    scope: 'support:write',
    body: {},
  }),
  readEscalationPolicy: query('/v1/escalation-policies/:policyId', {
    summary: 'One policy of escalation as it is now',
    scope: 'support:read',
    answer: EscalationPolicy,
  }),
  listEscalationPolicies: query('/v1/escalation-policies', {
    summary: 'Policies of escalation by id',
    scope: 'support:read',
    filters: { ...paging, status: z.enum(['enabled', 'disabled']).optional() },
    answer: page(EscalationPolicy),
  }),
  readEscalationPolicyHistory: query('/v1/escalation-policies/:policyId/history', {
    summary: 'Every revision of a policy of escalation',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};

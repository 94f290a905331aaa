import { z } from 'zod';
import { Id } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { SlaPolicy } from './answers.ts';
import { SlaPolicyContent } from './sla.ts';

export const slaPolicyRoutes = {
  defineSlaPolicy: command('/v1/sla-policies', {
    summary: 'Define what customers are promised; the default is for all whom no other matches',
    scope: 'support:write',
    creates: true,
    body: { policyId: Id.optional(), ...SlaPolicyContent.shape },
  }),
  reviseSlaPolicy: command('/v1/sla-policies/:policyId/revisions', {
    summary: 'Promise something else; tickets that are there already keep what they were promised',
    scope: 'support:write',
    body: SlaPolicyContent.shape,
  }),
  disableSlaPolicy: command('/v1/sla-policies/:policyId/disabling', {
    summary: 'Give a policy to no ticket any more; the default stays',
    scope: 'support:write',
    body: {},
  }),
  enableSlaPolicy: command('/v1/sla-policies/:policyId/enabling', {
    summary: 'Give a disabled policy to tickets again',
    scope: 'support:write',
    body: {},
  }),
  readSlaPolicy: query('/v1/sla-policies/:policyId', {
    summary: 'One policy as it is now',
    scope: 'support:read',
    answer: SlaPolicy,
  }),
  listSlaPolicies: query('/v1/sla-policies', {
    summary: 'Policies by id',
    scope: 'support:read',
    filters: { ...paging, status: z.enum(['enabled', 'disabled']).optional() },
    answer: page(SlaPolicy),
  }),
  readSlaPolicyHistory: query('/v1/sla-policies/:policyId/history', {
    summary: 'Every revision of a policy',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};

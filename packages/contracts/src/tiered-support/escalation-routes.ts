import { z } from 'zod';
import { Id, Instant } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { EscalationCause, EscalationTold } from './escalation.ts';
import {
  EscalationChannel,
  EscalationEffects,
  EscalationKind,
  EscalationRole,
  EscalationStep,
  Recipient,
} from './escalation-policy.ts';

const EscalationStatus = z.enum(['running', 'acknowledged', 'ended']);

const Escalation = z.object({
  escalationId: Id,
  ticketId: Id,
  accountId: Id,
  status: EscalationStatus,
  cause: EscalationCause,
  /** Not there where somebody escalated by hand. */
  policyId: Id.optional(),
  policyVersion: z.int().optional(),
  /** All steps of the ladder, and those that were taken. */
  steps: z.array(EscalationStep),
  taken: z.array(EscalationTold),
  startedAt: Instant,
  nextStepAt: Instant.optional(),
  acknowledgedBy: Recipient.optional(),
  acknowledgedAt: Instant.optional(),
  endedAt: Instant.optional(),
  endedBecause: z.enum(['settled', 'answered']).optional(),
  version: z.int(),
});

export const escalationRoutes = {
  escalateTicket: command('/v1/tickets/:ticketId/escalations', {
    summary:
      'Escalate a ticket by hand, to more skill or to more authority; the reason is required',
    scope: 'support:work',
    creates: true,
    body: {
      kind: EscalationKind,
      to: EscalationRole,
      recipientId: Recipient.optional(),
      channel: EscalationChannel.default('mail'),
      ...EscalationEffects.shape,
    },
  }),
  listTicketEscalations: query('/v1/tickets/:ticketId/escalations', {
    summary: 'Every escalation of a ticket; by kind, those that have told somebody of that kind',
    scope: 'support:read',
    filters: { ...paging, kind: EscalationKind.optional() },
    answer: page(Escalation),
  }),
  listEscalations: query('/v1/escalations', {
    summary: 'Escalations by id; by recipient, those that this person was told of',
    scope: 'support:read',
    filters: {
      ...paging,
      recipientId: Recipient.optional(),
      status: EscalationStatus.optional(),
    },
    answer: page(Escalation),
  }),
  readEscalation: query('/v1/escalations/:escalationId', {
    summary: 'One escalation with its steps',
    scope: 'support:read',
    answer: Escalation,
  }),
  readEscalationHistory: query('/v1/escalations/:escalationId/history', {
    summary: 'Every event of an escalation',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
  acknowledgeEscalation: command('/v1/escalations/:escalationId/acknowledgement', {
    summary: 'Take on what one was told of; nobody else is told then',
    scope: 'support:work',
    body: {},
  }),
};

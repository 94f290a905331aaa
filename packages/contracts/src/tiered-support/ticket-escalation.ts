import { z } from 'zod';
import { event } from '../event.ts';
import { Id, Text } from '../primitives.ts';
import { EscalationKind, EscalationRole, Recipient } from './escalation-policy.ts';
import { fact } from './ticket-fact.ts';

/** Somebody with more skill, or with more authority, was told of a ticket. */
export const TicketEscalated = event(
  'TicketEscalated',
  'tiered-support.ticket.escalated.v1',
  z.object({
    ...fact,
    escalationId: Id,
    kind: EscalationKind,
    to: EscalationRole,
    recipientId: Recipient.optional(),
    /** Which step of its ladder; a ticket that is escalated by hand has a reason instead. */
    step: z.int().min(1).optional(),
    reason: Text.optional(),
  }),
);

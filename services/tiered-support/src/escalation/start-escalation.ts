import type { EscalationCause, EscalationEvent, PinnedLadder } from '@steward/contracts';
import type { Escalation } from './escalation.ts';
import { factOf } from './fact.ts';

export interface StartEscalation {
  readonly escalationId: string;
  readonly ticketId: string;
  readonly accountId: string;
  readonly cause: EscalationCause;
  readonly ladder: PinnedLadder;
  readonly at: Date;
}

/** What has begun already has begun: the id is made of what sets it off, so that this is the same again. */
export const startEscalation = (
  escalation: Escalation,
  { cause, ladder, at, ...of }: StartEscalation,
): EscalationEvent[] =>
  escalation.status === 'absent'
    ? [{ type: 'EscalationStarted', data: { ...factOf(of, at), cause, ladder } }]
    : [];

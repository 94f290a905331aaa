import type { DataOf, EscalationEvent } from '@steward/contracts';
import type { Escalation } from './escalation.ts';
import { factOf } from './fact.ts';

export interface EndEscalation {
  readonly why: DataOf<EscalationEvent, 'EscalationEnded'>['why'];
  readonly at: Date;
}

/** Ends what runs. What began after the reason for ending it, such as after a reopening, goes on. */
export const endEscalation = (
  escalation: Escalation,
  { why, at }: EndEscalation,
): EscalationEvent[] =>
  escalation.status === 'running' && Date.parse(escalation.startedAt) <= at.getTime()
    ? [{ type: 'EscalationEnded', data: { ...factOf(escalation, at), why } }]
    : [];

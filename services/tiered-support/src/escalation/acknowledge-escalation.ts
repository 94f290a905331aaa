import type { EscalationEvent } from '@steward/contracts';
import { type Escalation, refuse } from './escalation.ts';
import { factOf } from './fact.ts';

export interface AcknowledgeEscalation {
  readonly escalationId: string;
  readonly by: string;
  readonly isManager: boolean;
  readonly at: Date;
}

/** Whoever was told answers for it, or a manager in their place; to be told is no honour that others may take. */
export const acknowledgeEscalation = (
  escalation: Escalation,
  { escalationId, by, isManager, at }: AcknowledgeEscalation,
): EscalationEvent[] => {
  if (escalation.status === 'absent')
    throw refuse('escalation-not-found', `There is no escalation ${escalationId}`);
  if (!isManager && !escalation.toldTo.includes(by))
    throw refuse('escalation-not-yours', `${by} was not told of ${escalationId}`);
  if (escalation.status === 'acknowledged')
    throw refuse(
      'escalation-already-acknowledged',
      `${escalation.acknowledgedBy} has taken on ${escalationId}`,
    );
  if (escalation.status === 'ended')
    throw refuse('escalation-ended', `Nothing is left of ${escalationId} to take on`);
  if (at.getTime() < Date.parse(escalation.changedAt))
    throw refuse(
      'escalation-out-of-order',
      `${escalationId} was last changed at ${escalation.changedAt}`,
    );
  return [{ type: 'EscalationAcknowledged', data: { ...factOf(escalation, at), by } }];
};

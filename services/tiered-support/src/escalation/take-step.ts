import type { EscalationEvent } from '@steward/contracts';
import type { Escalation, RunningEscalation } from './escalation.ts';
import { factOf } from './fact.ts';
import { deliverableMs } from './ladder.ts';

export interface TakeStep {
  readonly at: Date;
  /** The ticket as it stands: whether there is anything left to escalate, and who works on it. */
  readonly ticket: {
    readonly isOpen: boolean;
    readonly agent?: string | undefined;
    readonly silentSince?: string | undefined;
  };
}

/** Why there is nothing left to escalate, though no event has ended the ladder yet. */
const overBecause = ({ cause }: RunningEscalation, { isOpen, silentSince }: TakeStep['ticket']) => {
  if (!isOpen) return 'settled';
  return cause.kind === 'silence' && cause.since !== silentSince ? 'answered' : undefined;
};

/** Takes the step that is due, one at a time: whoever is told is given the time to answer. */
export const takeStep = (escalation: Escalation, { at, ticket }: TakeStep): EscalationEvent[] => {
  if (escalation.status !== 'running' || !escalation.ladder) return [];
  const { ladder, taken, nextStepAt } = escalation;
  if (nextStepAt === undefined || at.getTime() < Date.parse(nextStepAt)) return [];
  const fact = factOf(escalation, at);
  const why = overBecause(escalation, ticket);
  if (why) return [{ type: 'EscalationEnded', data: { ...fact, why } }];
  const step = ladder.steps[taken.length];
  if (!step) return [];
  const deliverableAt = new Date(deliverableMs(ladder, step, at.getTime()));
  if (deliverableAt > at)
    return [{ type: 'EscalationPostponed', data: { ...fact, until: deliverableAt.toISOString() } }];
  const { afterMinutes: _, ...told } = step;
  const named = ladder.recipients[step.to]?.recipientId;
  const recipientId = named ?? (step.to === 'owner' ? ticket.agent : undefined);
  const data = { ...fact, ...told, number: taken.length + 1, recipientId };
  return [{ type: 'EscalationStepTaken', data }];
};

import type { DataOf, EscalationEvent } from '@steward/contracts';
import { type Escalation, refuse } from './escalation.ts';

type ByHand = DataOf<EscalationEvent, 'EscalationMadeByHand'>;

export type MakeByHand = Omit<ByHand, 'at' | 'number' | 'reason'> & {
  readonly reason?: string | undefined;
  readonly at: Date;
};

/** Whoever escalates decides for themselves that it is the time for it, so nobody's hours are asked. */
export const makeByHand = (
  escalation: Escalation,
  { reason, at, ...told }: MakeByHand,
): EscalationEvent[] => {
  if (escalation.status !== 'absent')
    throw refuse('escalation-already-started', `${told.escalationId} has begun already`);
  if (reason === undefined || reason.trim() === '')
    throw refuse('escalation-reason-missing', 'Say why, for whoever is told');
  if (told.kind === 'functional' && !told.handOverTo)
    throw refuse('escalation-desk-missing', 'It goes to more skill, and to no desk');
  if (told.recipientId === undefined)
    throw refuse('escalation-nobody-told', `Nobody is known to be the ${told.to}`);
  const data = { ...told, number: 1, reason, at: at.toISOString() };
  return [{ type: 'EscalationMadeByHand', data }];
};

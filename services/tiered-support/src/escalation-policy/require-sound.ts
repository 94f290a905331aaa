import type { EscalationPolicyContent, EscalationRole, EscalationStep } from '@steward/contracts';
import { refuse } from './escalation-policy.ts';

/** Who these are is known when it comes to it: who works on the ticket, and who answers for the account. */
const knownLater: readonly EscalationRole[] = ['owner', 'account-owner'];

const requireRising = (steps: readonly EscalationStep[]): void => {
  for (const [index, { afterMinutes }] of steps.entries()) {
    const before = steps[index - 1];
    if (before && afterMinutes <= before.afterMinutes)
      throw refuse(
        'escalation-steps-not-rising',
        `Step ${index + 1} comes after ${afterMinutes} minutes and the one before after ${before.afterMinutes}`,
      );
  }
};

const requireRecipient = (
  { to }: EscalationStep,
  { recipients }: EscalationPolicyContent,
): void => {
  const recipient = recipients[to];
  if (!recipient)
    throw refuse('escalation-recipient-missing', `In whose hours is the ${to} to be told?`);
  if (recipient.recipientId === undefined && !knownLater.includes(to))
    throw refuse('escalation-recipient-unnamed', `Nobody is named as the ${to}`);
};

/** Refuses a policy that would tell nobody, or that nobody can tell for what it is. */
export const requireSound = (content: EscalationPolicyContent): void => {
  const { match, trigger, steps } = content;
  if (match !== 'all' && Object.values(match).every((values) => values === undefined))
    throw refuse('escalation-match-blank', 'Say which tickets it is for, or "all"');
  if (trigger.kind === 'vip' && !trigger.accounts && !trigger.segments)
    throw refuse('escalation-vip-unnamed', 'Neither accounts nor segments are named');
  if (steps.length === 0) throw refuse('escalation-without-steps', 'Nobody would be told');
  requireRising(steps);
  for (const [index, step] of steps.entries()) {
    requireRecipient(step, content);
    if (step.kind === 'functional' && !step.handOverTo)
      throw refuse(
        'escalation-step-without-desk',
        `Step ${index + 1} goes to more skill, and to no desk`,
      );
  }
};

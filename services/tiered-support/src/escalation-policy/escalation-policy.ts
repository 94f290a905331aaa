import type { EscalationPolicyContent, EscalationPolicyEvent } from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

/** What sets an escalation off, and who is told. What it said before, its history tells by version. */
export type EscalationPolicy =
  | { readonly status: 'absent' }
  | (EscalationPolicyContent & {
      readonly status: 'enabled' | 'disabled';
      readonly policyId: string;
    });
export type DefinedEscalationPolicy = Existing<EscalationPolicy>;

export const refuse = refusals({
  'escalation-policy-already-defined': 'conflict',
  'escalation-policy-not-found': 'notFound',
  'escalation-policy-already-disabled': 'conflict',
  'escalation-policy-already-enabled': 'conflict',
  'escalation-match-blank': 'invalid',
  'escalation-vip-unnamed': 'invalid',
  'escalation-without-steps': 'invalid',
  'escalation-steps-not-rising': 'invalid',
  'escalation-step-without-desk': 'invalid',
  'escalation-recipient-missing': 'invalid',
  'escalation-recipient-unnamed': 'invalid',
  'escalation-calendar-not-found': 'notFound',
});

const evolve = (
  policy: EscalationPolicy,
  { type, data }: EscalationPolicyEvent,
): EscalationPolicy => {
  if (type === 'EscalationPolicyDefined')
    return { status: 'enabled', policyId: data.policyId, ...data.content };
  if (policy.status === 'absent') return policy;
  const { status, policyId } = policy;
  switch (type) {
    case 'EscalationPolicyRevised':
      return { status, policyId, ...data.content };
    case 'EscalationPolicyDisabled':
      return { ...policy, status: 'disabled' };
    case 'EscalationPolicyEnabled':
      return { ...policy, status: 'enabled' };
  }
};

export const escalationPolicy: Aggregate<EscalationPolicy, EscalationPolicyEvent> = {
  name: 'escalation-policy',
  initial: { status: 'absent' },
  evolve,
};

export const requireDefined = (
  policy: EscalationPolicy,
  policyId: string,
): DefinedEscalationPolicy => {
  if (policy.status === 'absent')
    throw refuse('escalation-policy-not-found', `There is no policy of escalation ${policyId}`);
  return policy;
};

/** Every calendar that a policy counts in. */
export const calendarsOf = ({
  calendarId,
  recipients,
}: Pick<EscalationPolicyContent, 'calendarId' | 'recipients'>): ReadonlySet<string> =>
  new Set([calendarId, ...Object.values(recipients).map((recipient) => recipient.calendarId)]);

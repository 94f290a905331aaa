import { type EscalationPolicyContent, tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { defineEscalationPolicy, reviseEscalationPolicy } from './define-policy.ts';
import { calendarsOf, refuse } from './escalation-policy.ts';

const requireCalendars = async (
  { calendars }: Dependencies,
  content: EscalationPolicyContent,
): Promise<void> => {
  for (const id of calendarsOf(content))
    if (!exists(await calendars.read(id)))
      throw refuse('escalation-calendar-not-found', `There is no calendar ${id}`);
};

export const defineEscalationPolicyRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.defineEscalationPolicy, async ({ body, because }) => {
    const { escalationPolicies, newId } = dependencies;
    const { policyId = newId(), ...content } = body;
    await requireCalendars(dependencies, content);
    const command = { policyId, content, at: because.at };
    return escalationPolicies.create(
      policyId,
      (policy) => defineEscalationPolicy(policy, command),
      because,
    );
  });

export const reviseEscalationPolicyRoute = (dependencies: Dependencies) =>
  answer(
    tieredSupportRoutes.reviseEscalationPolicy,
    async ({ params: { policyId }, body, because }) => {
      await requireCalendars(dependencies, body);
      const command = { policyId, content: body, at: because.at };
      return dependencies.escalationPolicies.change(
        policyId,
        (policy) => reviseEscalationPolicy(policy, command),
        because,
      );
    },
  );

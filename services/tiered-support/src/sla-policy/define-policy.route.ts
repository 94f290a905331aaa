import { type SlaPolicyContent, tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { definePolicy, revisePolicy } from './define-policy.ts';
import { refuse } from './sla-policy.ts';

const requireCalendar = async (
  { calendars }: Dependencies,
  { calendarId }: SlaPolicyContent,
): Promise<void> => {
  if (!exists(await calendars.read(calendarId)))
    throw refuse('sla-calendar-not-found', `There is no calendar ${calendarId}`);
};

export const defineSlaPolicyRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.defineSlaPolicy, async ({ body, because }) => {
    const { slaPolicies, newId } = dependencies;
    const { policyId = newId(), ...content } = body;
    await requireCalendar(dependencies, content);
    const command = { policyId, content, at: because.at };
    return slaPolicies.create(policyId, (policy) => definePolicy(policy, command), because);
  });

export const reviseSlaPolicyRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.reviseSlaPolicy, async ({ params: { policyId }, body, because }) => {
    await requireCalendar(dependencies, body);
    const command = { policyId, content: body, at: because.at };
    return dependencies.slaPolicies.change(
      policyId,
      (policy) => revisePolicy(policy, command),
      because,
    );
  });

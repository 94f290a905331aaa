import { type SupportAgentContent, tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { defineAgent, reviseAgent } from './define-agent.ts';
import { refuse } from './support-agent.ts';

const requireCalendar = async (
  { calendars }: Dependencies,
  { calendarId }: SupportAgentContent,
): Promise<void> => {
  if (!exists(await calendars.read(calendarId)))
    throw refuse('support-agent-calendar-not-found', `There is no calendar ${calendarId}`);
};

export const defineSupportAgentRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.defineSupportAgent, async ({ body, because }) => {
    const { agentId, ...content } = body;
    await requireCalendar(dependencies, content);
    const command = { agentId, content, at: because.at };
    return dependencies.supportAgents.create(
      agentId,
      (agent) => defineAgent(agent, command),
      because,
    );
  });

export const reviseSupportAgentRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.reviseSupportAgent, async ({ params, body, because }) => {
    const { agentId } = params;
    await requireCalendar(dependencies, body);
    const command = { agentId, content: body, at: because.at };
    return dependencies.supportAgents.change(
      agentId,
      (agent) => reviseAgent(agent, command),
      because,
    );
  });

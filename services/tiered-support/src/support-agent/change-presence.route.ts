import { tieredSupportRoutes } from '@steward/contracts';
import { answer, type Principal } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { changePresence } from './change-presence.ts';
import { refuse } from './support-agent.ts';

const requireItselfOrManager = ({ subject, scopes }: Principal, agentId: string): void => {
  if (subject !== agentId && !scopes.has('support:write'))
    throw refuse('support-agent-is-another', `Only ${agentId} or a manager says where it is`);
};

export const changePresenceRoute = ({ supportAgents }: Dependencies) =>
  answer(tieredSupportRoutes.changePresence, async ({ params, body, because, principal }) => {
    const { agentId } = params;
    requireItselfOrManager(principal, agentId);
    const command = { agentId, ...body, at: because.at };
    return supportAgents.change(agentId, (agent) => changePresence(agent, command), because);
  });

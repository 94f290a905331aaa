import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { retireAgent, returnAgent } from './retire-agent.ts';

export const retireSupportAgentRoute = ({ supportAgents }: Dependencies) =>
  answer(tieredSupportRoutes.retireSupportAgent, ({ params: { agentId }, because }) => {
    const command = { agentId, at: because.at };
    return supportAgents.change(agentId, (agent) => retireAgent(agent, command), because);
  });

export const returnSupportAgentRoute = ({ supportAgents }: Dependencies) =>
  answer(tieredSupportRoutes.returnSupportAgent, ({ params: { agentId }, because }) => {
    const command = { agentId, at: because.at };
    return supportAgents.change(agentId, (agent) => returnAgent(agent, command), because);
  });

import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { grantLeave, withdrawLeave } from './grant-leave.ts';

export const grantLeaveRoute = ({ supportAgents, newId }: Dependencies) =>
  answer(tieredSupportRoutes.grantLeave, ({ params: { agentId }, body, because }) => {
    const { leaveId = newId(), ...leave } = body;
    const command = { agentId, leaveId, ...leave, at: because.at };
    return supportAgents.change(agentId, (agent) => grantLeave(agent, command), because);
  });

export const withdrawLeaveRoute = ({ supportAgents }: Dependencies) =>
  answer(tieredSupportRoutes.withdrawLeave, ({ params: { agentId, leaveId }, because }) => {
    const command = { agentId, leaveId, at: because.at };
    return supportAgents.change(agentId, (agent) => withdrawLeave(agent, command), because);
  });

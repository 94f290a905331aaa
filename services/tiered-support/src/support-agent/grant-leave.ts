import type { SupportAgentEvent } from '@steward/contracts';
import { type Leave, refuse, requireDefined, type SupportAgent } from './support-agent.ts';

export interface GrantLeave extends Leave {
  readonly agentId: string;
  readonly note?: string | undefined;
  readonly at: Date;
}

const overlap = (one: Leave, other: Leave): boolean =>
  Date.parse(one.from) < Date.parse(other.to) && Date.parse(other.from) < Date.parse(one.to);

export const grantLeave = (
  agent: SupportAgent,
  { at, ...leave }: GrantLeave,
): SupportAgentEvent[] => {
  const { leaves } = requireDefined(agent, leave.agentId);
  if (Date.parse(leave.to) <= Date.parse(leave.from))
    throw refuse('support-agent-leave-empty', `It would last from ${leave.from} to ${leave.to}`);
  if (leaves.some(({ leaveId }) => leaveId === leave.leaveId))
    throw refuse('support-agent-leave-twice', `Leave ${leave.leaveId} was granted before`);
  const other = leaves.find((granted) => overlap(granted, leave));
  if (other)
    throw refuse(
      'support-agent-leave-overlaps',
      `Leave ${other.leaveId} is from ${other.from} to ${other.to}`,
    );
  return [{ type: 'SupportAgentLeaveGranted', data: { ...leave, at: at.toISOString() } }];
};

export interface WithdrawLeave {
  readonly agentId: string;
  readonly leaveId: string;
  readonly at: Date;
}

export const withdrawLeave = (
  agent: SupportAgent,
  { agentId, leaveId, at }: WithdrawLeave,
): SupportAgentEvent[] => {
  const { leaves } = requireDefined(agent, agentId);
  if (!leaves.some((leave) => leave.leaveId === leaveId))
    throw refuse('support-agent-leave-not-found', `Agent ${agentId} has no leave ${leaveId}`);
  return [{ type: 'SupportAgentLeaveWithdrawn', data: { agentId, leaveId, at: at.toISOString() } }];
};

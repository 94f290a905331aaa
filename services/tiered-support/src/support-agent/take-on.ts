import type { SupportAgentEvent } from '@steward/contracts';
import { leftOutBecause, type Wanted } from './left-out.ts';
import { refuse, requireDefined, type SupportAgent } from './support-agent.ts';

export interface TakeOn extends Wanted {
  readonly agentId: string;
  readonly holdingId: string;
  readonly ticketId: string;
  readonly accountId: string;
  readonly isInHours: boolean;
}

/** Looks once more at everything, for much may have changed since the agent was chosen. */
export const takeOn = (agent: SupportAgent, command: TakeOn): SupportAgentEvent[] => {
  const { agentId, holdingId, ticketId, accountId, channel, isInHours, at } = command;
  const defined = requireDefined(agent, agentId);
  const leftOut = leftOutBecause({ agent: defined, isInHours }, command);
  if (leftOut)
    throw refuse(
      `support-agent-${leftOut}`,
      `Agent ${agentId} cannot take ticket ${ticketId}: ${leftOut}`,
    );
  const weight = defined.weights[channel];
  const holding = { agentId, holdingId, ticketId, accountId, channel, weight };
  return [{ type: 'SupportAgentTookOn', data: { ...holding, at: at.toISOString() } }];
};

export interface LetGo {
  readonly holdingId: string;
  readonly at: Date;
}

/** What is not held any more is let go already. */
export const letGo = (agent: SupportAgent, { holdingId, at }: LetGo): SupportAgentEvent[] => {
  if (agent.status === 'absent') return [];
  const held = agent.work.find((holding) => holding.holdingId === holdingId);
  if (!held) return [];
  const { ticketId, accountId, weight } = held;
  const data = { agentId: agent.agentId, holdingId, ticketId, accountId, weight };
  return [{ type: 'SupportAgentLetGo', data: { ...data, at: at.toISOString() } }];
};

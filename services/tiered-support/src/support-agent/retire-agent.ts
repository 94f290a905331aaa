import type { SupportAgentEvent } from '@steward/contracts';
import { refuse, requireDefined, requireKnown, type SupportAgent } from './support-agent.ts';

export interface RetireAgent {
  readonly agentId: string;
  readonly at: Date;
}

/** Nobody goes with tickets in their hands: a customer would wait for somebody who never comes back. */
export const retireAgent = (
  agent: SupportAgent,
  { agentId, at }: RetireAgent,
): SupportAgentEvent[] => {
  const { work } = requireDefined(agent, agentId);
  if (work.length > 0) {
    const held = work.map(({ ticketId }) => ticketId).join(', ');
    throw refuse('support-agent-holds-tickets', `Agent ${agentId} still holds ${held}`);
  }
  return [{ type: 'SupportAgentRetired', data: { agentId, at: at.toISOString() } }];
};

export const returnAgent = (
  agent: SupportAgent,
  { agentId, at }: RetireAgent,
): SupportAgentEvent[] => {
  if (requireKnown(agent, agentId).status !== 'retired')
    throw refuse('support-agent-not-retired', `Agent ${agentId} was not retired`);
  return [{ type: 'SupportAgentReturned', data: { agentId, at: at.toISOString() } }];
};

import type { SupportAgentContent, SupportAgentEvent } from '@steward/contracts';
import { refuse, requireDefined, type SupportAgent } from './support-agent.ts';

export interface DefineAgent {
  readonly agentId: string;
  readonly content: SupportAgentContent;
  readonly at: Date;
}

const requireEachSkillOnce = ({ skills }: SupportAgentContent): void => {
  const named = new Set<string>();
  for (const { skill } of skills) {
    if (named.has(skill)) throw refuse('support-agent-skill-twice', `${skill} is there twice`);
    named.add(skill);
  }
};

export const defineAgent = (
  agent: SupportAgent,
  { agentId, content, at }: DefineAgent,
): SupportAgentEvent[] => {
  if (agent.status !== 'absent')
    throw refuse('support-agent-already-defined', `Agent ${agentId} was already defined`);
  requireEachSkillOnce(content);
  return [{ type: 'SupportAgentDefined', data: { agentId, content, at: at.toISOString() } }];
};

export const reviseAgent = (
  agent: SupportAgent,
  { agentId, content, at }: DefineAgent,
): SupportAgentEvent[] => {
  requireDefined(agent, agentId);
  requireEachSkillOnce(content);
  return [{ type: 'SupportAgentRevised', data: { agentId, content, at: at.toISOString() } }];
};

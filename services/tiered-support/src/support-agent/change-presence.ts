import type { Desk, Presence, SupportAgentEvent } from '@steward/contracts';
import { isSameDesk } from '../ticket/desk.ts';
import { servesDesk } from './left-out.ts';
import { type DefinedAgent, refuse, requireDefined, type SupportAgent } from './support-agent.ts';

export interface ChangePresence {
  readonly agentId: string;
  readonly presence: Presence;
  readonly desk?: Desk | undefined;
  readonly at: Date;
}

/** Where the agent will be: where it says, where it is, or at the only desk that it serves. */
const deskOf = (agent: DefinedAgent, { agentId, desk }: ChangePresence): Desk => {
  const [only, ...others] = agent.desks;
  const meant = desk ?? agent.desk ?? (others.length === 0 ? only : undefined);
  if (!meant)
    throw refuse('support-agent-desk-missing', `Agent ${agentId} serves several desks: name one`);
  if (!servesDesk(agent, meant))
    throw refuse('support-agent-desk-not-served', `Agent ${agentId} does not serve ${meant.team}`);
  // Whoever is at a desk leaves it before it comes to another, or two desks would count on one person.
  if (agent.desk && !isSameDesk(agent.desk, meant))
    throw refuse('support-agent-in-two-places', `Agent ${agentId} is at ${agent.desk.team}`);
  return meant;
};

/** Whoever says again what is so already changes nothing. */
export const changePresence = (
  agent: SupportAgent,
  command: ChangePresence,
): SupportAgentEvent[] => {
  const { agentId, presence, at } = command;
  const defined = requireDefined(agent, agentId);
  const desk = presence === 'away' ? undefined : deskOf(defined, command);
  if (presence === defined.presence) return [];
  const data = { agentId, presence, desk, at: at.toISOString() };
  return [{ type: 'SupportAgentPresenceChanged', data }];
};

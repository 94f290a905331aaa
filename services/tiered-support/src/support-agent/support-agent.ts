import type {
  Desk,
  MessageChannel,
  Presence,
  SupportAgentContent,
  SupportAgentEvent,
} from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

/** One ticket in somebody's hands. */
export interface Holding {
  readonly holdingId: string;
  readonly ticketId: string;
  readonly accountId: string;
  readonly channel: MessageChannel;
  readonly weight: number;
  readonly since: string;
}

export interface Leave {
  readonly leaveId: string;
  readonly from: string;
  readonly to: string;
}

/** Somebody who serves tickets. What it can do, where it is, and what it holds are one state: no two disagree. */
export type SupportAgent =
  | { readonly status: 'absent' }
  | (SupportAgentContent & {
      readonly status: 'defined' | 'retired';
      readonly agentId: string;
      readonly presence: Presence;
      /** Where it is, unless it is away. */
      readonly desk?: Desk | undefined;
      readonly leaves: readonly Leave[];
      readonly work: readonly Holding[];
      /** When it last came, or was last given something. */
      readonly idleSince: string;
    });
export type DefinedAgent = Existing<SupportAgent>;

export const refuse = refusals({
  'support-agent-already-defined': 'conflict',
  'support-agent-not-found': 'notFound',
  'support-agent-retired': 'conflict',
  'support-agent-not-retired': 'conflict',
  'support-agent-holds-tickets': 'conflict',
  'support-agent-calendar-not-found': 'notFound',
  'support-agent-skill-twice': 'invalid',
  'support-agent-is-another': 'forbidden',
  'support-agent-desk-missing': 'invalid',
  'support-agent-in-two-places': 'conflict',
  'support-agent-leave-empty': 'invalid',
  'support-agent-leave-twice': 'conflict',
  'support-agent-leave-overlaps': 'conflict',
  'support-agent-leave-not-found': 'notFound',
  'support-agent-desk-not-served': 'conflict',
  'support-agent-away': 'conflict',
  'support-agent-at-another-desk': 'conflict',
  'support-agent-busy': 'conflict',
  'support-agent-out-of-hours': 'conflict',
  'support-agent-on-leave': 'conflict',
  'support-agent-skill-missing': 'conflict',
  'support-agent-gave-it-back': 'conflict',
  'support-agent-channel-full': 'conflict',
  'support-agent-capacity-used-up': 'conflict',
});

const proceed = (
  agent: DefinedAgent,
  { type, data }: Exclude<SupportAgentEvent, { type: 'SupportAgentDefined' }>,
): DefinedAgent => {
  const { at } = data;
  switch (type) {
    case 'SupportAgentRevised':
      return { ...agent, ...data.content };
    case 'SupportAgentPresenceChanged': {
      const { presence, desk } = data;
      const idleSince = agent.presence === 'away' ? at : agent.idleSince;
      return { ...agent, presence, desk, idleSince };
    }
    case 'SupportAgentLeaveGranted': {
      const { leaveId, from, to } = data;
      const ahead = agent.leaves.filter((leave) => Date.parse(leave.to) > Date.parse(at));
      return { ...agent, leaves: [...ahead, { leaveId, from, to }] };
    }
    case 'SupportAgentLeaveWithdrawn':
      return { ...agent, leaves: agent.leaves.filter(({ leaveId }) => leaveId !== data.leaveId) };
    case 'SupportAgentTookOn': {
      const { holdingId, ticketId, accountId, channel, weight } = data;
      const taken = { holdingId, ticketId, accountId, channel, weight, since: at };
      return { ...agent, work: [...agent.work, taken], idleSince: at };
    }
    case 'SupportAgentLetGo':
      return { ...agent, work: agent.work.filter(({ holdingId }) => holdingId !== data.holdingId) };
    case 'SupportAgentRetired':
      return { ...agent, status: 'retired', presence: 'away', desk: undefined };
    case 'SupportAgentReturned':
      return { ...agent, status: 'defined' };
  }
};

const evolve = (agent: SupportAgent, event: SupportAgentEvent): SupportAgent => {
  if (event.type === 'SupportAgentDefined') {
    const { agentId, content, at } = event.data;
    const idle = { presence: 'away', leaves: [], work: [], idleSince: at } as const;
    return { ...content, status: 'defined', agentId, ...idle };
  }
  return agent.status === 'absent' ? agent : proceed(agent, event);
};

export const supportAgent: Aggregate<SupportAgent, SupportAgentEvent> = {
  name: 'support-agent',
  initial: { status: 'absent' },
  evolve,
};

export const requireKnown = (agent: SupportAgent, agentId: string): DefinedAgent => {
  if (agent.status === 'absent')
    throw refuse('support-agent-not-found', `There is no agent ${agentId}`);
  return agent;
};

export const requireDefined = (agent: SupportAgent, agentId: string): DefinedAgent => {
  const known = requireKnown(agent, agentId);
  if (known.status === 'retired')
    throw refuse('support-agent-retired', `Agent ${agentId} was retired`);
  return known;
};

/** How much of its capacity is taken. */
export const loadOf = ({ work }: Pick<DefinedAgent, 'work'>): number =>
  work.reduce((sum, { weight }) => sum + weight, 0);

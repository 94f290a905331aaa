import { z } from 'zod';
import { Id, Instant, Text } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { Desk } from './desk.ts';
import { Presence, SupportAgentContent } from './support-agent.ts';
import { MessageChannel } from './ticket-message.ts';

const SupportAgentStatus = z.enum(['defined', 'retired']);

export const SupportAgent = z.object({
  agentId: Id,
  status: SupportAgentStatus,
  ...SupportAgentContent.shape,
  presence: Presence,
  /** Where it is, unless it is away. */
  desk: Desk.optional(),
  leaves: z.array(z.object({ leaveId: Id, from: Instant, to: Instant })),
  /** What it holds, the oldest first. */
  work: z.array(
    z.object({
      holdingId: Id,
      ticketId: Id,
      accountId: Id,
      channel: MessageChannel,
      weight: z.int(),
      since: Instant,
    }),
  ),
  /** How much of its capacity that takes. */
  loadUnits: z.int(),
  version: z.int(),
});

export const supportAgentRoutes = {
  defineSupportAgent: command('/v1/support-agents', {
    summary:
      'Define somebody who serves tickets; the id is the subject of the tokens they come with',
    scope: 'support:write',
    creates: true,
    body: { agentId: Id, ...SupportAgentContent.shape },
  }),
  reviseSupportAgent: command('/v1/support-agents/:agentId/revisions', {
    summary: 'Lay down something else about an agent; what it holds it keeps',
    scope: 'support:write',
    body: SupportAgentContent.shape,
  }),
  changePresence: command('/v1/support-agents/:agentId/presence', {
    summary:
      'Say that an agent is at a desk, has no time for more, or is away; for itself or a manager',
    scope: 'support:work',
    body: {
      presence: Presence,
      /** Needed where the agent serves several desks and is at none. */
      desk: Desk.optional(),
    },
  }),
  grantLeave: command('/v1/support-agents/:agentId/leaves', {
    summary: 'Grant an agent leave; it is given no tickets in that time',
    scope: 'support:write',
    body: { leaveId: Id.optional(), from: Instant, to: Instant, note: Text.optional() },
  }),
  withdrawLeave: command('/v1/support-agents/:agentId/leaves/:leaveId/withdrawal', {
    summary: 'Withdraw a leave',
    scope: 'support:write',
    body: {},
  }),
  retireSupportAgent: command('/v1/support-agents/:agentId/retirement', {
    summary:
      'Give an agent no tickets any more; what it holds has to be handed on or released first',
    scope: 'support:write',
    body: {},
  }),
  returnSupportAgent: command('/v1/support-agents/:agentId/return', {
    summary: 'Let an agent that was retired serve tickets again, as it was laid down before',
    scope: 'support:write',
    body: {},
  }),
  readSupportAgent: query('/v1/support-agents/:agentId', {
    summary: 'One agent, where it is and what it holds',
    scope: 'support:read',
    answer: SupportAgent,
  }),
  listSupportAgents: query('/v1/support-agents', {
    summary: 'Agents by id, by the team that they serve, by presence and by status',
    scope: 'support:read',
    filters: {
      ...paging,
      team: z.string().max(200).optional(),
      presence: Presence.optional(),
      status: SupportAgentStatus.optional(),
    },
    answer: page(SupportAgent),
  }),
  readSupportAgentHistory: query('/v1/support-agents/:agentId/history', {
    summary: 'Every event of an agent',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};

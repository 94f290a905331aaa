import { z } from 'zod';
import { Id, Instant, Name } from '../primitives.ts';
import { command, query } from '../route.ts';
import { Desk } from './desk.ts';
import { MessageChannel } from './ticket-message.ts';
import { AdditionalSkill, Advantage, Considered, RequiredSkill } from './ticket-routing.ts';

/** Who holds a ticket, and why it is this one, or why nobody does. */
export const TicketRouting = z.object({
  ticketId: Id,
  desk: Desk,
  reachedBy: MessageChannel,
  required: z.array(RequiredSkill),
  additional: z.array(AdditionalSkill),
  heldBy: Id.optional(),
  /** Since when it waits for somebody of its desk. */
  awaitsAgentSince: Instant.optional(),
  /** The last choice that was made; of a claim, who claimed it. */
  choice: z
    .object({
      at: Instant,
      agentId: Id.optional(),
      why: Advantage.or(z.literal('claimed')).optional(),
      reason: z.string().optional(),
      considered: z.array(Considered),
      dropped: z.array(z.string()),
      nextRoutingAt: Instant.optional(),
    })
    .optional(),
  version: z.int(),
});

const shares = {
  /** Tickets of customers of whom somebody had held a ticket before. */
  returning: z.int(),
  /** Those that went to one who had. */
  toEarlierHandler: z.int(),
};

/** How often customers who return are served by those whom they know. */
export const RoutingStability = z.object({
  from: Instant.optional(),
  to: Instant.optional(),
  /** Tickets that somebody took on. */
  tickets: z.int(),
  ...shares,
  /** Of those who returned; absent where nobody did. */
  share: z.number().optional(),
  /** Those who took on most. */
  agents: z.array(z.object({ agentId: Id, tickets: z.int(), ...shares })),
});

/** Whom a call or mail comes from, and who is there for them. */
export const Caller = z.object({
  accountId: Id,
  name: Name.optional(),
  industry: z.string().optional(),
  segment: z.string().optional(),
  ownerId: z.string().optional(),
  /** The people of the account with that address. */
  contacts: z.array(z.object({ contactId: Id, name: z.string() })),
  /** Those who know the segment best and are there now. */
  specialists: z.array(z.object({ agentId: Id, name: Name, desk: Desk })),
  /** What is open, by id. */
  openTicketIds: z.array(Id),
});
export type Caller = z.output<typeof Caller>;

export const routingRoutes = {
  routeTicket: command('/v1/tickets/:ticketId/routing', {
    summary: 'Give a ticket to the best of its desk who can take it, or say why nobody can',
    scope: 'support:work',
    body: {},
  }),
  claimTicket: command('/v1/tickets/:ticketId/claim', {
    summary: 'Take a ticket that nobody holds',
    scope: 'support:work',
    body: {},
  }),
  releaseTicket: command('/v1/tickets/:ticketId/release', {
    summary: 'Give a ticket back to its desk; for whoever holds it, or a manager',
    scope: 'support:work',
    body: {},
  }),
  readTicketRouting: query('/v1/tickets/:ticketId/routing', {
    summary: 'Who holds a ticket, who was thought of, and why it was this one or nobody',
    scope: 'support:read',
    answer: TicketRouting,
  }),
  reportRoutingStability: query('/v1/routing/stability', {
    summary: 'How many tickets of customers who return went to somebody whom they know',
    scope: 'support:read',
    filters: { from: Instant.optional(), to: Instant.optional() },
    answer: RoutingStability,
  }),
  identifyCaller: query('/v1/callers', {
    summary:
      'Who calls, by a mail address, a telephone number or an account, and who is there for them',
    scope: 'support:work',
    filters: { address: z.string().min(3).max(320).optional(), accountId: Id.optional() },
    answer: z.object({ callers: z.array(Caller) }),
  }),
};

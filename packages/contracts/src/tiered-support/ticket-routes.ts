import { z } from 'zod';
import { Channel } from '../opportunity/solution.ts';
import { Id, Instant, Name, Text } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { Ticket, TicketClocks, TicketMessage } from './answers.ts';
import { attachments } from './attachment.ts';
import { Shortcut } from './canned-answer.ts';
import { Desk, Line } from './desk.ts';
import { Priority, WaitingFor } from './priority.ts';
import { coveredBy } from './ticket-fact.ts';
import { MessageChannel, MessageFrom } from './ticket-message.ts';
import { AdditionalSkill, RequiredSkill } from './ticket-routing.ts';
import { TicketStatus } from './ticket-status.ts';

const agent = z.string().min(1).max(200).optional();

export const ticketRoutes = {
  raiseTicket: command('/v1/tickets', {
    summary: 'Raise a ticket; its tier follows from the project or the channel',
    scope: 'tickets:write',
    creates: true,
    body: {
      ticketId: Id.optional(),
      accountId: Id,
      subject: Name,
      priority: Priority.default('medium'),
      projectId: Id.optional(),
      /** How the customer bought, where there is no project to tell. */
      channel: Channel.default('direct'),
      product: Name.optional(),
      country: Name.optional(),
      organisation: Name.optional(),
      /** The way that the customer reached us; the web, where nobody says. */
      reachedBy: MessageChannel.optional(),
      /** What whoever serves the ticket must be able to do; for staff to say. */
      required: z.array(RequiredSkill).max(20).optional(),
      /** What they had better be able to do, while somebody can be found who does. */
      additional: z.array(AdditionalSkill).max(20).optional(),
      ...coveredBy,
    },
  }),
  recordTicketEntry: command('/v1/tickets/:ticketId/entries', {
    summary: "Record one line of another help desk's log: the ticket as it stood from then on",
    scope: 'history:backdate',
    body: {
      /** Position in the log of this ticket, from 1, rising. */
      entry: z.int().min(1),
      status: TicketStatus,
      label: z.string().min(1).max(100),
      waitingFor: WaitingFor.optional(),
      inCall: z.boolean().default(false),
      desk: Desk,
      agent,
      accountId: Id,
      subject: Name,
      priority: Priority,
      channel: Channel,
      product: z.string().max(200).optional(),
      country: z.string().max(200).optional(),
      organisation: z.string().max(200).optional(),
      division: z.string().max(200).optional(),
      /** The outsourced desk whose log it is. */
      outsourcerId: Id.optional(),
    },
  }),
  startWork: command('/v1/tickets/:ticketId/work', {
    summary: 'Start or take up the work on a ticket',
    scope: 'tickets:write',
    body: { agent },
  }),
  prioritiseTicket: command('/v1/tickets/:ticketId/priority', {
    summary: 'Change how urgent a ticket is; its clocks follow from its beginning on',
    scope: 'tickets:write',
    body: { priority: Priority },
  }),
  promiseAnew: command('/v1/tickets/:ticketId/promises', {
    summary: 'Promise a ticket what policies and calendars say now; its clocks are worked out anew',
    scope: 'support:write',
    body: {},
  }),
  handOverTicket: command('/v1/tickets/:ticketId/hand-over', {
    summary: 'Hand a ticket to another line or team; the time is charged to the one that held it',
    scope: 'tickets:write',
    body: { desk: Desk.extend({ line: Line.exclude(['unclear']) }) },
  }),
  awaitTicket: command('/v1/tickets/:ticketId/wait', {
    summary: 'Wait for the customer or another party',
    scope: 'tickets:write',
    body: { waitingFor: WaitingFor },
  }),
  resolveTicket: command('/v1/tickets/:ticketId/resolution', {
    summary: 'Resolve a ticket',
    scope: 'tickets:write',
    body: { resolution: Text.min(1), inCall: z.boolean().default(false) },
  }),
  closeTicket: command('/v1/tickets/:ticketId/closure', {
    summary: 'Close a resolved ticket',
    scope: 'tickets:write',
    body: {},
  }),
  cancelTicket: command('/v1/tickets/:ticketId/cancellation', {
    summary: 'Cancel a ticket that needs no resolution',
    scope: 'tickets:write',
    body: {},
  }),
  reopenTicket: command('/v1/tickets/:ticketId/reopening', {
    summary: 'Reopen a resolved or closed ticket',
    scope: 'tickets:write',
    body: {},
  }),
  rateTicket: command('/v1/tickets/:ticketId/rating', {
    summary: 'Rate the service on a resolved ticket, once per resolution',
    scope: 'tickets:write',
    body: { score: z.int().min(1).max(5), comment: Text.optional() },
  }),
  addMessage: command('/v1/tickets/:ticketId/messages', {
    summary: 'Say something to the customer, or note what they have said on any channel',
    scope: 'tickets:write',
    creates: true,
    body: {
      messageId: Id.optional(),
      /** Whose words these are; what customers send is always theirs. */
      from: MessageFrom.optional(),
      channel: MessageChannel.default('web'),
      text: Text.min(1),
      attachments,
      /** The canned answer that staff made it from, so that its use is counted. */
      cannedAnswerId: Shortcut.optional(),
    },
  }),
  addNote: command('/v1/tickets/:ticketId/notes', {
    summary: 'Leave a note among ourselves',
    scope: 'tickets:write',
    creates: true,
    body: { noteId: Id.optional(), text: Text.min(1), attachments },
  }),
  eraseMessage: command('/v1/tickets/:ticketId/messages/:messageId/erasure', {
    summary: 'Erase what a message or note says and the files with it, wherever it was told again',
    scope: 'support:write',
    needsReason: true,
    body: {},
  }),
  listMessages: query('/v1/tickets/:ticketId/messages', {
    summary:
      'What was said in a ticket, and in what it took in, oldest first; for staff with their notes',
    scope: 'tickets:read',
    filters: paging,
    answer: page(TicketMessage),
  }),
  readTicket: query('/v1/tickets/:ticketId', {
    summary: 'One ticket',
    scope: 'tickets:read',
    answer: Ticket,
  }),
  listTickets: query('/v1/tickets', {
    summary: 'Tickets by id, filtered',
    scope: 'tickets:read',
    filters: {
      ...paging,
      accountId: Id.optional(),
      partnerId: Id.optional(),
      status: TicketStatus.optional(),
      line: Line.optional(),
      team: z.string().max(200).optional(),
    },
    answer: page(Ticket),
  }),
  readTicketClocks: query('/v1/tickets/:ticketId/clocks', {
    summary: 'How every promise stands, with each interval and why it counted or did not',
    scope: 'tickets:read',
    filters: {
      /** How they stood at a moment of the past. */
      at: Instant.optional(),
      /** The IANA zone that moments are told in, such as `Asia/Shanghai`; UTC unless told otherwise. */
      zone: z.string().max(100).optional(),
    },
    answer: TicketClocks,
  }),
  readTicketHistory: query('/v1/tickets/:ticketId/history', {
    summary: 'Every event of a ticket with actor, reason, time and cause',
    scope: 'tickets:read',
    filters: paging,
    answer: History,
  }),
};

import { z } from 'zod';
import { Channel } from '../opportunity/solution.ts';
import { Id, Name, Text } from '../primitives.ts';
import { command, History, page, paging, query, routes } from '../route.ts';
import {
  Calendar,
  OperatedProject,
  SlaPolicy,
  Ticket,
  TicketClocks,
  TicketMessage,
  TicketStatus,
} from './answers.ts';
import { Hours } from './calendar.ts';
import { Desk, Line } from './desk.ts';
import { Priority, SlaPolicyContent, WaitingFor } from './sla.ts';
import { MessageChannel, MessageFrom } from './ticket.ts';

const agent = z.string().min(1).max(200).optional();

export const tieredSupportRoutes = routes('tiered-support', {
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
    },
  }),
  addNote: command('/v1/tickets/:ticketId/notes', {
    summary: 'Leave a note among ourselves',
    scope: 'tickets:write',
    creates: true,
    body: { noteId: Id.optional(), text: Text.min(1) },
  }),
  listMessages: query('/v1/tickets/:ticketId/messages', {
    summary:
      'What was said in a ticket over all channels, oldest first; for staff with their notes',
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
      status: TicketStatus.optional(),
      line: Line.optional(),
      team: z.string().max(200).optional(),
    },
    answer: page(Ticket),
  }),
  readTicketClocks: query('/v1/tickets/:ticketId/clocks', {
    summary: 'How every promise stands, with each interval and why it counted or did not',
    scope: 'tickets:read',
    answer: TicketClocks,
  }),
  readTicketHistory: query('/v1/tickets/:ticketId/history', {
    summary: 'Every event of a ticket with actor, reason, time and cause',
    scope: 'tickets:read',
    filters: paging,
    answer: History,
  }),
  readOperatedProject: query('/v1/operated-projects/:projectId', {
    summary: 'One operated project; its id is that of the solution that went live',
    scope: 'tickets:read',
    answer: OperatedProject,
  }),
  listOperatedProjects: query('/v1/operated-projects', {
    summary: 'Operated projects by id, filtered',
    scope: 'tickets:read',
    filters: { ...paging, accountId: Id.optional() },
    answer: page(OperatedProject),
  }),
  defineCalendar: command('/v1/calendars', {
    summary: 'Define when a desk or a person is there; what falls due is counted in these hours',
    scope: 'support:write',
    creates: true,
    body: { calendarId: Id.optional(), name: Name, hours: Hours },
  }),
  reviseCalendar: command('/v1/calendars/:calendarId/revisions', {
    summary: 'Give a calendar other hours; clocks that run already keep those they began with',
    scope: 'support:write',
    body: { hours: Hours },
  }),
  readCalendar: query('/v1/calendars/:calendarId', {
    summary: 'One calendar as it is now',
    scope: 'support:read',
    answer: Calendar,
  }),
  listCalendars: query('/v1/calendars', {
    summary: 'Calendars by id',
    scope: 'support:read',
    filters: paging,
    answer: page(Calendar),
  }),
  defineSlaPolicy: command('/v1/sla-policies', {
    summary: 'Define what customers are promised; the default is for all whom no other matches',
    scope: 'support:write',
    creates: true,
    body: { policyId: Id.optional(), ...SlaPolicyContent.shape },
  }),
  reviseSlaPolicy: command('/v1/sla-policies/:policyId/revisions', {
    summary: 'Promise something else; tickets that are there already keep what they were promised',
    scope: 'support:write',
    body: SlaPolicyContent.shape,
  }),
  disableSlaPolicy: command('/v1/sla-policies/:policyId/disabling', {
    summary: 'Give a policy to no ticket any more; the default stays',
    scope: 'support:write',
    body: {},
  }),
  enableSlaPolicy: command('/v1/sla-policies/:policyId/enabling', {
    summary: 'Give a disabled policy to tickets again',
    scope: 'support:write',
    body: {},
  }),
  readSlaPolicy: query('/v1/sla-policies/:policyId', {
    summary: 'One policy as it is now',
    scope: 'support:read',
    answer: SlaPolicy,
  }),
  listSlaPolicies: query('/v1/sla-policies', {
    summary: 'Policies by id',
    scope: 'support:read',
    filters: { ...paging, status: z.enum(['enabled', 'disabled']).optional() },
    answer: page(SlaPolicy),
  }),
  readSlaPolicyHistory: query('/v1/sla-policies/:policyId/history', {
    summary: 'Every revision of a policy',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
  readCalendarHistory: query('/v1/calendars/:calendarId/history', {
    summary: 'Every revision of a calendar',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
});

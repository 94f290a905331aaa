import {
  type CalendarEvent,
  calendarNoun,
  type OperatedProjectEvent,
  operatedProjectNoun,
  type SlaPolicyEvent,
  slaPolicyNoun,
  type TicketEvent,
  ticketNoun,
} from '@steward/contracts';
import type { Store } from '@steward/persistence';
import type { Platform } from '@steward/service';
import { type Calendar, calendar } from './calendar/calendar.ts';
import { type OperatedProject, operatedProject } from './operated-project/operated-project.ts';
import { type SlaPolicy, slaPolicy } from './sla-policy/sla-policy.ts';
import { type Ticket, ticket } from './ticket/ticket.ts';

export interface Dependencies {
  readonly tickets: Store<Ticket, TicketEvent>;
  readonly calendars: Store<Calendar, CalendarEvent>;
  readonly projects: Store<OperatedProject, OperatedProjectEvent>;
  readonly slaPolicies: Store<SlaPolicy, SlaPolicyEvent>;
  readonly now: () => Date;
  readonly newId: () => string;
}

export const connect = ({ database, now, newId }: Platform): Dependencies => ({
  tickets: database.store(ticketNoun, ticket, ['accountId', 'status', 'desk.line', 'desk.team']),
  calendars: database.store(calendarNoun, calendar, []),
  projects: database.store(operatedProjectNoun, operatedProject, ['accountId']),
  slaPolicies: database.store(slaPolicyNoun, slaPolicy, ['status']),
  now,
  newId,
});

import {
  type CalendarEvent,
  calendarNoun,
  type OperatedProjectEvent,
  operatedProjectNoun,
  type TicketEvent,
  ticketNoun,
} from '@steward/contracts';
import type { Store } from '@steward/persistence';
import type { Platform } from '@steward/service';
import { type Calendar, calendar } from './calendar/calendar.ts';
import { type OperatedProject, operatedProject } from './operated-project/operated-project.ts';
import { type Ticket, ticket } from './ticket/ticket.ts';

export interface Dependencies {
  readonly tickets: Store<Ticket, TicketEvent>;
  readonly calendars: Store<Calendar, CalendarEvent>;
  readonly projects: Store<OperatedProject, OperatedProjectEvent>;
  readonly newId: () => string;
}

export const connect = ({ database, newId }: Platform): Dependencies => ({
  tickets: database.store(ticketNoun, ticket, ['accountId', 'status', 'desk.line', 'desk.team']),
  calendars: database.store(calendarNoun, calendar, []),
  projects: database.store(operatedProjectNoun, operatedProject, ['accountId']),
  newId,
});

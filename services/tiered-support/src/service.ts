import { calendarNoun, operatedProjectNoun, slaPolicyNoun, ticketNoun } from '@steward/contracts';
import { service } from '@steward/service';
import { defineCalendarRoute } from './calendar/define-calendar.route.ts';
import { listOfficialHolidaysRoute } from './calendar/list-official-holidays.route.ts';
import {
  listCalendarsRoute,
  readCalendarHistoryRoute,
  readCalendarRoute,
} from './calendar/read-calendar.route.ts';
import { reviseCalendarRoute } from './calendar/revise-calendar.route.ts';
import { customers } from './customer/customers.projection.ts';
import { connect } from './dependencies.ts';
import { openProjectOnSolutionWentLive } from './operated-project/open-project.consumer.ts';
import {
  listOperatedProjectsRoute,
  readOperatedProjectRoute,
} from './operated-project/read-project.route.ts';
import { ringTicketClocks } from './ring-ticket-clocks.ts';
import { defineSlaPolicyRoute, reviseSlaPolicyRoute } from './sla-policy/define-policy.route.ts';
import { disableSlaPolicyRoute, enableSlaPolicyRoute } from './sla-policy/enable-policy.route.ts';
import {
  listSlaPoliciesRoute,
  readSlaPolicyHistoryRoute,
  readSlaPolicyRoute,
} from './sla-policy/read-policy.route.ts';
import { addMessageRoute, addNoteRoute } from './ticket/add-message.route.ts';
import { awaitTicketRoute } from './ticket/await-ticket.route.ts';
import { cancelTicketRoute } from './ticket/cancel-ticket.route.ts';
import { closeTicketRoute } from './ticket/close-ticket.route.ts';
import { handOverTicketRoute } from './ticket/hand-over-ticket.route.ts';
import { listMessagesRoute } from './ticket/list-messages.route.ts';
import { prioritiseTicketRoute } from './ticket/prioritise-ticket.route.ts';
import { promiseAnewRoute } from './ticket/promise-anew.route.ts';
import { raiseTicketRoute } from './ticket/raise-ticket.route.ts';
import { rateTicketRoute } from './ticket/rate-ticket.route.ts';
import { readTicketClocksRoute } from './ticket/read-clocks.route.ts';
import {
  listTicketsRoute,
  readTicketHistoryRoute,
  readTicketRoute,
} from './ticket/read-ticket.route.ts';
import { recordTicketEntryRoute } from './ticket/record-ticket-entry.route.ts';
import { reopenTicketRoute } from './ticket/reopen-ticket.route.ts';
import { resolveTicketRoute } from './ticket/resolve-ticket.route.ts';
import { startWorkRoute } from './ticket/start-work.route.ts';

/** Every door into and out of tiered-support. Nothing is registered anywhere else. */
export const tieredSupport = service(
  'tiered-support',
  [ticketNoun, operatedProjectNoun, calendarNoun, slaPolicyNoun],
  connect,
  (dependencies) => ({
    routes: [
      raiseTicketRoute(dependencies),
      recordTicketEntryRoute(dependencies),
      startWorkRoute(dependencies),
      prioritiseTicketRoute(dependencies),
      promiseAnewRoute(dependencies),
      handOverTicketRoute(dependencies),
      awaitTicketRoute(dependencies),
      resolveTicketRoute(dependencies),
      closeTicketRoute(dependencies),
      cancelTicketRoute(dependencies),
      reopenTicketRoute(dependencies),
      rateTicketRoute(dependencies),
      addMessageRoute(dependencies),
      addNoteRoute(dependencies),
      listMessagesRoute(dependencies),
      readTicketRoute(dependencies),
      listTicketsRoute(dependencies),
      readTicketClocksRoute(dependencies),
      readTicketHistoryRoute(dependencies),
      readOperatedProjectRoute(dependencies),
      listOperatedProjectsRoute(dependencies),
      defineCalendarRoute(dependencies),
      reviseCalendarRoute(dependencies),
      readCalendarRoute(dependencies),
      listCalendarsRoute(dependencies),
      readCalendarHistoryRoute(dependencies),
      listOfficialHolidaysRoute(),
      defineSlaPolicyRoute(dependencies),
      reviseSlaPolicyRoute(dependencies),
      disableSlaPolicyRoute(dependencies),
      enableSlaPolicyRoute(dependencies),
      readSlaPolicyRoute(dependencies),
      listSlaPoliciesRoute(dependencies),
      readSlaPolicyHistoryRoute(dependencies),
    ],
    consumers: [openProjectOnSolutionWentLive(dependencies)],
    projections: [customers],
    timers: [ringTicketClocks(dependencies)],
  }),
);

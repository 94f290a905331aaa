import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import { ringDue } from './ring-due.ts';
import { addMessageRoute, addNoteRoute } from './ticket/add-message.route.ts';
import { awaitTicketRoute } from './ticket/await-ticket.route.ts';
import { cancelTicketRoute } from './ticket/cancel-ticket.route.ts';
import { closeTicketRoute } from './ticket/close-ticket.route.ts';
import { eraseMessageRoute } from './ticket/erase-message.route.ts';
import { handOverTicketRoute } from './ticket/hand-over-ticket.route.ts';
import { linkTicketRoute, unlinkTicketRoute } from './ticket/link-tickets.route.ts';
import { listMessagesRoute } from './ticket/list-messages.route.ts';
import { mergeTicketRoute } from './ticket/merge-ticket.route.ts';
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
import { splitTicketRoute } from './ticket/split-ticket.route.ts';
import { startWorkRoute } from './ticket/start-work.route.ts';
import { unwatchTicketRoute, watchTicketRoute } from './ticket/watch-ticket.route.ts';

export const ticketDoors = (dependencies: Dependencies): Doors => ({
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
    eraseMessageRoute(dependencies),
    listMessagesRoute(dependencies),
    readTicketRoute(dependencies),
    listTicketsRoute(dependencies),
    readTicketClocksRoute(dependencies),
    readTicketHistoryRoute(dependencies),
    mergeTicketRoute(dependencies),
    splitTicketRoute(dependencies),
    linkTicketRoute(dependencies),
    unlinkTicketRoute(dependencies),
    watchTicketRoute(dependencies),
    unwatchTicketRoute(dependencies),
  ],
  consumers: [],
  projections: [],
  timers: [ringDue('ringTicketClocks', dependencies.tickets, 'nextAlarmAt')],
});

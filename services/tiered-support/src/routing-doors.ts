import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import { routeWaitingTickets } from './route-waiting-tickets.ts';
import { readTicketRoutingRoute } from './routing/read-routing.route.ts';
import { reportRoutingStabilityRoute } from './routing/report-stability.route.ts';
import { routeTicketAtDesk } from './routing/route-ticket.consumer.ts';
import {
  claimTicketRoute,
  releaseTicketRoute,
  routeTicketRoute,
} from './routing/route-ticket.route.ts';
import { ticketHandlers } from './routing/ticket-handlers.projection.ts';
import { changePresenceRoute } from './support-agent/change-presence.route.ts';
import {
  defineSupportAgentRoute,
  reviseSupportAgentRoute,
} from './support-agent/define-agent.route.ts';
import { grantLeaveRoute, withdrawLeaveRoute } from './support-agent/grant-leave.route.ts';
import { letGoOfTicket } from './support-agent/let-go.consumer.ts';
import {
  listSupportAgentsRoute,
  readSupportAgentHistoryRoute,
  readSupportAgentRoute,
} from './support-agent/read-agent.route.ts';
import {
  retireSupportAgentRoute,
  returnSupportAgentRoute,
} from './support-agent/retire-agent.route.ts';

export const routingDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    defineSupportAgentRoute(dependencies),
    reviseSupportAgentRoute(dependencies),
    changePresenceRoute(dependencies),
    grantLeaveRoute(dependencies),
    withdrawLeaveRoute(dependencies),
    retireSupportAgentRoute(dependencies),
    returnSupportAgentRoute(dependencies),
    readSupportAgentRoute(dependencies),
    listSupportAgentsRoute(dependencies),
    readSupportAgentHistoryRoute(dependencies),
    routeTicketRoute(dependencies),
    claimTicketRoute(dependencies),
    releaseTicketRoute(dependencies),
    readTicketRoutingRoute(dependencies),
    reportRoutingStabilityRoute(dependencies),
  ],
  consumers: [routeTicketAtDesk(dependencies), letGoOfTicket(dependencies)],
  projections: [ticketHandlers],
  timers: [routeWaitingTickets(dependencies)],
});

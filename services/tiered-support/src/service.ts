import {
  calendarNoun,
  escalationNoun,
  escalationPolicyNoun,
  operatedProjectNoun,
  silenceNoun,
  slaPolicyNoun,
  ticketNoun,
} from '@steward/contracts';
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
import { connect, type Dependencies } from './dependencies.ts';
import { acknowledgeEscalationRoute } from './escalation/acknowledge-escalation.route.ts';
import {
  endEscalationsOnTicketCancelled,
  endEscalationsOnTicketResolved,
} from './escalation/end-escalations.consumer.ts';
import {
  listEscalationsRoute,
  listTicketEscalationsRoute,
  readEscalationHistoryRoute,
  readEscalationRoute,
} from './escalation/read-escalation.route.ts';
import {
  startEscalationsOnTicketClockBreached,
  startEscalationsOnTicketClockWarned,
  startEscalationsOnTicketRaised,
  startEscalationsOnTicketReopened,
  watchSilenceOnTicketMessageAdded,
} from './escalation/start-escalations.consumer.ts';
import {
  defineEscalationPolicyRoute,
  reviseEscalationPolicyRoute,
} from './escalation-policy/define-policy.route.ts';
import {
  listEscalationPoliciesRoute,
  readEscalationPolicyHistoryRoute,
  readEscalationPolicyRoute,
} from './escalation-policy/read-policy.route.ts';
import {
  disableEscalationPolicyRoute,
  enableEscalationPolicyRoute,
} from './escalation-policy/switch-policy.route.ts';
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
import { takeEscalationSteps } from './take-escalation-steps.ts';
import { addMessageRoute, addNoteRoute } from './ticket/add-message.route.ts';
import { awaitTicketRoute } from './ticket/await-ticket.route.ts';
import { cancelTicketRoute } from './ticket/cancel-ticket.route.ts';
import { closeTicketRoute } from './ticket/close-ticket.route.ts';
import { escalateTicketOnEscalationStepTaken } from './ticket/escalate-ticket.consumer.ts';
import { escalateTicketRoute } from './ticket/escalate-ticket.route.ts';
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
import { noticeSilences } from './watch-silences.ts';

/** Who is told when something is not as it should be, and who has taken it on. */
const escalationRoutes = (dependencies: Dependencies) => [
  defineEscalationPolicyRoute(dependencies),
  reviseEscalationPolicyRoute(dependencies),
  disableEscalationPolicyRoute(dependencies),
  enableEscalationPolicyRoute(dependencies),
  readEscalationPolicyRoute(dependencies),
  listEscalationPoliciesRoute(dependencies),
  readEscalationPolicyHistoryRoute(dependencies),
  escalateTicketRoute(dependencies),
  listTicketEscalationsRoute(dependencies),
  listEscalationsRoute(dependencies),
  readEscalationRoute(dependencies),
  readEscalationHistoryRoute(dependencies),
  acknowledgeEscalationRoute(dependencies),
];

/** Every door into and out of tiered-support. Nothing is registered anywhere else. */
export const tieredSupport = service(
  'tiered-support',
  [
    ticketNoun,
    operatedProjectNoun,
    calendarNoun,
    slaPolicyNoun,
    escalationPolicyNoun,
    escalationNoun,
    silenceNoun,
  ],
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
      ...escalationRoutes(dependencies),
    ],
    consumers: [
      openProjectOnSolutionWentLive(dependencies),
      startEscalationsOnTicketRaised(dependencies),
      startEscalationsOnTicketReopened(dependencies),
      startEscalationsOnTicketClockWarned(dependencies),
      startEscalationsOnTicketClockBreached(dependencies),
      watchSilenceOnTicketMessageAdded(dependencies),
      endEscalationsOnTicketResolved(dependencies),
      endEscalationsOnTicketCancelled(dependencies),
      escalateTicketOnEscalationStepTaken(dependencies),
    ],
    projections: [customers],
    timers: [
      ringTicketClocks(dependencies),
      takeEscalationSteps(dependencies),
      noticeSilences(dependencies),
    ],
  }),
);

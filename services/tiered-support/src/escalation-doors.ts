import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import { acknowledgeEscalationRoute } from './escalation/acknowledge-escalation.route.ts';
import { endEscalationsOfTicket } from './escalation/end-escalations.consumer.ts';
import {
  listEscalationsRoute,
  listTicketEscalationsRoute,
  readEscalationHistoryRoute,
  readEscalationRoute,
} from './escalation/read-escalation.route.ts';
import {
  startEscalationsOfTicket,
  startEscalationsOnSilenceNoticed,
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
import { takeEscalationSteps } from './take-escalation-steps.ts';
import { escalateTicketOnEscalationStepTaken } from './ticket/escalate-ticket.consumer.ts';
import { escalateTicketRoute } from './ticket/escalate-ticket.route.ts';
import { noticeSilences } from './watch-silences.ts';

export const escalationDoors = (dependencies: Dependencies): Doors => ({
  routes: [
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
  ],
  consumers: [
    startEscalationsOfTicket(dependencies),
    startEscalationsOnSilenceNoticed(dependencies),
    endEscalationsOfTicket(dependencies),
    escalateTicketOnEscalationStepTaken(dependencies),
  ],
  projections: [],
  timers: [takeEscalationSteps(dependencies), noticeSilences(dependencies)],
});

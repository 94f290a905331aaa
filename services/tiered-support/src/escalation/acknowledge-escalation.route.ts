import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { acknowledgeEscalation } from './acknowledge-escalation.ts';

export const acknowledgeEscalationRoute = ({ escalations }: Dependencies) =>
  answer(
    tieredSupportRoutes.acknowledgeEscalation,
    ({ params: { escalationId }, because, principal: { subject: by, roles } }) => {
      const isManager = roles.includes('support-manager') || roles.includes('administrator');
      const command = { escalationId, by, isManager, at: because.at };
      return escalations.change(
        escalationId,
        (escalation) => acknowledgeEscalation(escalation, command),
        because,
      );
    },
  );

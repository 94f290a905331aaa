import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { readVisible } from '../ticket/read-ticket.route.ts';
import type { BegunEscalation } from './escalation.ts';

const escalationAnswer = ({ version, state }: Read<BegunEscalation>) => {
  const { ladder, kinds: _, toldTo: __, changedAt, ...seen } = state;
  return {
    ...seen,
    taken: [...seen.taken],
    steps: ladder?.steps ?? [],
    policyId: ladder?.policyId,
    policyVersion: ladder?.policyVersion,
    acknowledgedAt: state.status === 'acknowledged' ? changedAt : undefined,
    endedAt: state.status === 'ended' ? changedAt : undefined,
    version,
  };
};

export const readEscalationRoute = ({ escalations }: Dependencies) =>
  answer(tieredSupportRoutes.readEscalation, async ({ params: { escalationId } }) => {
    const read = await escalations.read(escalationId);
    return exists(read) ? escalationAnswer(read) : undefined;
  });

export const listEscalationsRoute = ({ escalations }: Dependencies) =>
  answer(tieredSupportRoutes.listEscalations, async ({ query }) => {
    const { recipientId: toldTo, status, ...request } = query;
    const page = await escalations.list({ toldTo, status }, request);
    return { ...page, items: page.items.filter(exists).map(escalationAnswer) };
  });

export const listTicketEscalationsRoute = (dependencies: Dependencies) =>
  answer(
    tieredSupportRoutes.listTicketEscalations,
    async ({ params: { ticketId }, query, principal }) => {
      if (!(await readVisible(dependencies, ticketId, principal))) return undefined;
      const { kind: kinds, ...request } = query;
      const page = await dependencies.escalations.list({ ticketId, kinds }, request);
      return { ...page, items: page.items.filter(exists).map(escalationAnswer) };
    },
  );

export const readEscalationHistoryRoute = ({ escalations }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readEscalationHistory, escalations);

import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { readVisible } from '../ticket/read-ticket.route.ts';
import { requireDefined } from './canned-answer.ts';
import { renderAnswer } from './render-answer.ts';

export const renderCannedAnswerRoute = (dependencies: Dependencies) =>
  answer(
    tieredSupportRoutes.renderCannedAnswer,
    async ({ params: { ticketId, cannedAnswerId }, query: { language }, principal }) => {
      const { cannedAnswers, customers } = dependencies;
      const ticket = await readVisible(dependencies, ticketId, principal);
      if (!ticket) return undefined;
      const canned = requireDefined(
        (await cannedAnswers.read(cannedAnswerId))?.state,
        cannedAnswerId,
      );
      const { accountId, subject } = ticket.state;
      const customer = await customers.get(accountId);
      const filling = {
        // Whoever has not been introduced to us yet is known by the account's id.
        'customer.name': customer?.name ?? accountId,
        'ticket.subject': subject,
        'ticket.id': ticketId,
        agent: principal.subject,
      };
      return { cannedAnswerId, ...renderAnswer(canned, filling, language) };
    },
  );

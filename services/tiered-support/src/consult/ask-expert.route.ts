import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { requireRaised } from '../ticket/require-ticket.ts';
import { answerConsult, askExpert } from './ask-expert.ts';

export const askExpertRoute = ({ tickets, consults, newId }: Dependencies) =>
  answer(tieredSupportRoutes.askExpert, async ({ params: { ticketId }, body, because }) => {
    const { consultId = newId(), ...question } = body;
    const ticket = requireRaised(ticketId, await tickets.read(ticketId));
    const asked = { ...question, consultId, ticket, askedBy: because.actor, at: because.at };
    return consults.create(consultId, (consult) => askExpert(consult, asked), because);
  });

export const answerConsultRoute = ({ consults }: Dependencies) =>
  answer(tieredSupportRoutes.answerConsult, ({ params: { consultId }, body, because }) => {
    const command = { ...body, consultId, answeredBy: because.actor, at: because.at };
    return consults.change(consultId, (consult) => answerConsult(consult, command), because);
  });

import { tieredSupportRoutes } from '@steward/contracts';
import { exists, Refusal } from '@steward/domain';
import { answer, type Principal } from '@steward/http';
import type { Change } from '@steward/persistence';
import { candidateNamed } from '../candidates.ts';
import type { Dependencies } from '../dependencies.ts';
import { giveTicket, takeBackTicket } from '../give-ticket.ts';
import { routeTicket } from '../route-ticket.ts';
import { claimTicket, releaseTicket } from '../ticket/hold-ticket.ts';
import { requireTicket } from '../ticket/require-ticket.ts';
import { wantedBy } from './wanted-by.ts';

const triesMax = 5;

/** Whoever was chosen may have been given something else meanwhile; then another is chosen. */
const chooseAgain = async (route: () => Promise<Change>): Promise<Change> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await route();
    } catch (error) {
      const isOvertaken =
        error instanceof Refusal &&
        (error.code.startsWith('support-agent-') || error.code === 'ticket-desk-changed');
      if (!isOvertaken || tries === triesMax) throw error;
    }
  }
};

export const routeTicketRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.routeTicket, ({ params: { ticketId }, because }) =>
    chooseAgain(() => routeTicket(dependencies, ticketId, because)),
  );

export const claimTicketRoute = (dependencies: Dependencies) =>
  answer(
    tieredSupportRoutes.claimTicket,
    async ({ params: { ticketId }, because, principal: { subject: agentId } }) => {
      const { at } = because;
      const read = await dependencies.tickets.read(ticketId);
      const ticket = requireTicket(read?.state ?? { status: 'absent' }, { ticketId, at });
      const { accountId, required = [] } = ticket;
      const { wanted } = wantedBy(ticket, at);
      const candidate = await candidateNamed(dependencies, agentId, at);
      const given = { ...wanted, agentId, holdingId: dependencies.newId(), ticketId, accountId };
      const isInHours = candidate?.isInHours ?? false;
      // What is wanted beside the required binds those who choose for others.
      const taken = { ...given, skills: required, isClaim: true, isInHours };
      return giveTicket(dependencies, (state) => claimTicket(state, given), taken, because);
    },
  );

const isManager = ({ scopes }: Principal): boolean => scopes.has('support:write');

export const releaseTicketRoute = (dependencies: Dependencies) =>
  answer(
    tieredSupportRoutes.releaseTicket,
    async ({ params: { ticketId }, because, principal }) => {
      const { tickets } = dependencies;
      const read = await tickets.read(ticketId);
      const heldBy = exists(read) ? read.state.routing?.heldBy : undefined;
      const by = isManager(principal) ? undefined : principal.subject;
      const command = { ticketId, holdingId: heldBy?.holdingId, by, at: because.at };
      if (!heldBy)
        return tickets.change(ticketId, (state) => releaseTicket(state, command), because);
      const held = { ticketId, ...heldBy };
      return takeBackTicket(dependencies, (state) => releaseTicket(state, command), held, because);
    },
  );

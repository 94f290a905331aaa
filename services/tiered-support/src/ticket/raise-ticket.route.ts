import { tieredSupportRoutes } from '@steward/contracts';
import { answer, ownAccountOnly } from '@steward/http';
import { currentTierPolicy } from '../current-tier-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { requireProject, type WantedProject } from '../operated-project/require-project.ts';
import { termsFor } from '../terms-for.ts';
import { arrangementByChannel } from '../tier/arrangement.ts';
import { raiseTicket } from './raise-ticket.ts';
import { requireOwnAccount, requireStaff } from './require-ticket.ts';

const pastAfterMs = 60_000;

/** Whether this is told long after it happened, so that what became of it is still to be told as well. */
const isPast = (at: Date, now: Date): boolean => now.getTime() - at.getTime() > pastAfterMs;

/** What the ticket takes over from the project that it is about. */
const fromProject = async ({ projects }: Dependencies, wanted: WantedProject) => {
  const found = await projects.read(wanted.projectId);
  const { arrangement, channel, branch } = requireProject(wanted, found);
  return { arrangement, channel, branch };
};

export const raiseTicketRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.raiseTicket, async ({ body, because, principal }) => {
    const { tickets, newId } = dependencies;
    requireOwnAccount(body, ownAccountOnly(principal));
    if (body.required || body.additional) requireStaff(principal);
    const { ticketId = newId(), accountId, projectId, channel } = body;
    const served = projectId
      ? await fromProject(dependencies, { projectId, accountId })
      : { arrangement: arrangementByChannel(await currentTierPolicy(dependencies), channel) };
    const { at } = because;
    const terms = await termsFor(dependencies, { accountId, projectId, channel, ...served, at });
    const isBroughtIn = isPast(at, dependencies.now());
    const command = {
      ...body,
      ...served,
      ...(isBroughtIn && { isBroughtIn }),
      terms,
      ticketId,
      at,
    };
    return tickets.create(ticketId, (ticket) => raiseTicket(ticket, command), because);
  });

import { tieredSupportRoutes } from '@steward/contracts';
import { answer, ownAccountOnly } from '@steward/http';
import { currentTierPolicy } from '../current-tier-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { entitlementFor } from '../entitlement-for.ts';
import { requireProject, type WantedProject } from '../operated-project/require-project.ts';
import { raiseCovered } from '../raise-covered.ts';
import { termsFor } from '../terms-for.ts';
import { arrangementByChannel } from '../tier/arrangement.ts';
import { requireOwnAccount, requireStaff } from './require-ticket.ts';

const pastAfterMs = 60_000;

/** Whether this is told long after it happened, so that what became of it is still to be told as well. */
export const isPast = (at: Date, now: Date): boolean => now.getTime() - at.getTime() > pastAfterMs;

/** What the ticket takes over from the project that it is about. */
const fromProject = async ({ projects }: Dependencies, wanted: WantedProject) => {
  const found = await projects.read(wanted.projectId);
  const { arrangement, channel, branch } = requireProject(wanted, found);
  return { arrangement, channel, branch };
};

export const raiseTicketRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.raiseTicket, async ({ body, because, principal }) => {
    requireOwnAccount(body, ownAccountOnly(principal));
    if (body.required || body.additional) requireStaff(principal);
    const { ticketId = dependencies.newId(), accountId, projectId, channel } = body;
    const served = projectId
      ? await fromProject(dependencies, { projectId, accountId })
      : { arrangement: arrangementByChannel(await currentTierPolicy(dependencies), channel) };
    const { at } = because;
    const terms = await termsFor(dependencies, { accountId, projectId, channel, ...served, at });
    const isBroughtIn = isPast(at, dependencies.now());
    // What is brought in was paid for where it was raised.
    const payment = isBroughtIn ? undefined : await entitlementFor(dependencies, { ...body, at });
    const command = {
      ...body,
      ...served,
      ...(isBroughtIn && { isBroughtIn }),
      terms,
      payment,
      ticketId,
      at,
    };
    return raiseCovered(dependencies, command, because);
  });

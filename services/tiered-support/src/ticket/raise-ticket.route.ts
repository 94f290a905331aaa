import { tieredSupportRoutes } from '@steward/contracts';
import { answer, ownOnly } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { raiseCovered } from '../raise-covered.ts';
import { serviceFor } from '../service-for.ts';
import { requireOwn, requireStaff } from './require-ticket.ts';

const pastAfterMs = 60_000;

/** Whether this is told long after it happened, so that what became of it is still to be told as well. */
export const isPast = (at: Date, now: Date): boolean => now.getTime() - at.getTime() > pastAfterMs;

export const raiseTicketRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.raiseTicket, async ({ body, because, principal }) => {
    const own = ownOnly(principal);
    requireOwn(body, own);
    if (body.required || body.additional) requireStaff(principal);
    const { at } = because;
    const isBroughtIn = isPast(at, dependencies.now());
    const { partnerId } = own;
    const service = await serviceFor(dependencies, { ...body, partnerId, at, isBroughtIn });
    const command = {
      ...body,
      ...service,
      ...(isBroughtIn && { isBroughtIn }),
      ...(principal.roles.includes('customer') && { raisedBy: principal.subject }),
      ticketId: body.ticketId ?? dependencies.newId(),
      at,
    };
    return raiseCovered(dependencies, command, because);
  });

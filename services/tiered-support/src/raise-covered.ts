import type { Because, Change, Step } from '@steward/persistence';
import type { Dependencies } from './dependencies.ts';
import { chargeCase, type Payment, paymentBy } from './entitlement/charge-ticket.ts';
import type { Right } from './entitlement-for.ts';
import { type RaiseTicket, raiseTicket } from './ticket/raise-ticket.ts';

/**
 * Raises a ticket and charges the right to support that it is charged to, both or neither. The ticket names
 * the answer, so it comes first; but how it is paid for the right decides, on the state that is then charged.
 */
const raiseCharged = (
  { tickets, entitlements, changeTogether }: Dependencies,
  entitlementId: string,
  command: RaiseTicket,
  because: Because,
): Promise<Change> => {
  const { ticketId, at } = command;
  const on = { entitlementId, ticketId, at };
  let payment: Payment = {};
  let charged: ReturnType<Step['decide']>;
  const charging = entitlements.step(entitlementId, (entitlement) => {
    payment = paymentBy(entitlement, on);
    return chargeCase(entitlement, on);
  });
  const raising = tickets.step(ticketId, (ticket) =>
    raiseTicket(ticket, { ...command, ...payment }),
  );
  const decide: Step['decide'] = async (asked) => {
    const { ifMatch: _ofTheTicket, ...others } = asked;
    charged = charging.decide(others);
    await charged;
    return raising.decide(asked);
  };
  return changeTogether(
    [
      { ...raising, decide },
      { ...charging, decide: () => charged },
    ],
    because,
  );
};

/** Raises a ticket, charged to the right to support that was found for it, where there is one. */
export const raiseCovered = (
  dependencies: Dependencies,
  { right, ...command }: RaiseTicket & { readonly right?: Right | undefined },
  because: Because,
): Promise<Change> => {
  if (right?.entitlementId !== undefined)
    return raiseCharged(dependencies, right.entitlementId, command, because);
  const raise = { ...command, ...(right && { isBillable: true }) };
  return dependencies.tickets.create(
    command.ticketId,
    (ticket) => raiseTicket(ticket, raise),
    because,
  );
};

import type { EntitlementEvent } from '@steward/contracts';
import { balanceOf, standingOf } from './balance.ts';
import { chargeOf, type Entitlement, refuse, requireOpened } from './entitlement.ts';

/** How a ticket is paid for. */
export interface Payment {
  readonly entitlementId?: string | undefined;
  readonly isBillable?: boolean | undefined;
}

export interface OnEntitlement {
  readonly entitlementId: string;
  readonly ticketId: string;
  readonly at: Date;
}

const gone = { 'used-up': 'entitlement-used-up', expired: 'entitlement-expired' } as const;

/** Whether a new ticket is covered or paid for; refused where nothing is left and that is not for sale. */
export const paymentBy = (
  entitlement: Entitlement,
  { entitlementId, at }: Pick<OnEntitlement, 'entitlementId' | 'at'>,
): Required<Payment> => {
  const opened = requireOpened(entitlement, entitlementId);
  const standing = standingOf(opened, at);
  if (standing === 'usable') return { entitlementId, isBillable: false };
  if (standing !== 'to-come' && opened.whenUsedUp === 'refuse')
    throw refuse(gone[standing], `${opened.name} has nothing left for this ticket: ${standing}`);
  return { entitlementId, isBillable: true };
};

/** Charges a ticket as it is raised, where it is cases that count; hours are charged when they are worked. */
export const chargeCase = (
  entitlement: Entitlement,
  command: OnEntitlement,
): EntitlementEvent[] => {
  const { entitlementId, ticketId, at } = command;
  const opened = requireOpened(entitlement, entitlementId);
  const { isBillable } = paymentBy(opened, command);
  if (opened.unit !== 'cases' || chargeOf(opened, ticketId)) return [];
  const part = isBillable ? { covered: 0, billable: 1 } : { covered: 1, billable: 0 };
  const { accountId } = opened;
  const data = { entitlementId, accountId, ticketId, ...part, at: at.toISOString() };
  return [{ type: 'EntitlementCharged', data }];
};

export interface ChargeHours extends OnEntitlement {
  /** What the ticket has taken in all so far. */
  readonly seconds: number;
  /** Whether the ticket was raised when nothing was left. */
  readonly isBillable: boolean;
}

/**
 * Charges what a ticket has taken since it was last charged. Work that is done is not refused any more: what
 * there is nothing left for is billable, whatever the policy.
 */
export const chargeHours = (
  entitlement: Entitlement,
  { entitlementId, ticketId, seconds, isBillable, at }: ChargeHours,
): EntitlementEvent[] => {
  const opened = requireOpened(entitlement, entitlementId);
  const before = chargeOf(opened, ticketId);
  if (opened.unit !== 'hours' || before?.isReturned) return [];
  const more = Math.round(seconds) - (before ? before.covered + before.billable : 0);
  if (more <= 0) return [];
  const covered = isBillable ? 0 : Math.min(more, balanceOf(opened).remaining);
  const part = { covered, billable: more - covered };
  const { accountId } = opened;
  const data = { entitlementId, accountId, ticketId, ...part, at: at.toISOString() };
  return [{ type: 'EntitlementCharged', data }];
};

/** Gives back what a ticket that came to nothing was charged, once; nothing is charged for it afterwards. */
export const returnCharge = (
  entitlement: Entitlement,
  { entitlementId, ticketId, at }: OnEntitlement,
): EntitlementEvent[] => {
  const opened = requireOpened(entitlement, entitlementId);
  const { covered, billable, isReturned } = chargeOf(opened, ticketId) ?? {
    covered: 0,
    billable: 0,
  };
  if (isReturned) return [];
  const { accountId } = opened;
  const data = { entitlementId, accountId, ticketId, covered, billable, at: at.toISOString() };
  return [{ type: 'EntitlementReturned', data }];
};

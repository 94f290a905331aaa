import type { OpenedEntitlement } from './entitlement.ts';

const secondsAnHour = 3_600;

/** Hours are counted by the second, for tickets seldom take whole ones. */
const totalOf = ({ unit, total }: OpenedEntitlement): number =>
  unit === 'hours' ? total * secondsAnHour : total;

/** Of the total, what was charged and what remains; besides, what was done beyond it. */
export const balanceOf = (entitlement: OpenedEntitlement) => {
  const sumOf = (part: 'covered' | 'billable') =>
    entitlement.charges.reduce((sum, charge) => sum + charge[part], 0);
  const total = totalOf(entitlement);
  const charged = sumOf('covered');
  const countedIn = entitlement.unit === 'hours' ? ('seconds' as const) : ('cases' as const);
  return { countedIn, total, charged, remaining: total - charged, billable: sumOf('billable') };
};

/** Whether it is there for a ticket of that moment. */
export const standingOf = (
  entitlement: OpenedEntitlement,
  at: Date,
): 'usable' | 'used-up' | 'expired' | 'to-come' => {
  if (at.getTime() < Date.parse(entitlement.validFrom)) return 'to-come';
  if (at.getTime() >= Date.parse(entitlement.validUntil)) return 'expired';
  return balanceOf(entitlement).remaining > 0 ? 'usable' : 'used-up';
};

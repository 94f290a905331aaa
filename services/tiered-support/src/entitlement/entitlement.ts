import type { DataOf, EntitlementContent, EntitlementEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

type ChargedData = DataOf<EntitlementEvent, 'EntitlementCharged'>;

/** What one ticket has used: whole cases, or whole seconds where it is hours that count. */
export interface Charge extends Readonly<Pick<ChargedData, 'ticketId' | 'covered' | 'billable'>> {
  /** It came to nothing; whatever is told of it later is charged to nobody. */
  readonly isReturned?: boolean;
}

/** A right to support, and what the tickets have used of it. */
export type Entitlement =
  | { readonly status: 'absent' }
  | (EntitlementContent & {
      readonly status: 'open';
      readonly entitlementId: string;
      readonly charges: readonly Charge[];
    });
export type OpenedEntitlement = Extract<Entitlement, { status: 'open' }>;

export const refuse = refusals({
  'entitlement-already-opened': 'conflict',
  'entitlement-not-found': 'notFound',
  'entitlement-never-valid': 'invalid',
  'entitlement-of-another-account': 'invalid',
  'entitlement-total-below-charged': 'conflict',
  'entitlement-used-up': 'conflict',
  'entitlement-expired': 'conflict',
});

export const chargeOf = ({ charges }: OpenedEntitlement, ticketId: string): Charge | undefined =>
  charges.find((charge) => charge.ticketId === ticketId);

const recharged = (entitlement: OpenedEntitlement, charge: Charge): OpenedEntitlement => {
  const others = entitlement.charges.filter(({ ticketId }) => ticketId !== charge.ticketId);
  return { ...entitlement, charges: [...others, charge] };
};

const evolve = (entitlement: Entitlement, { type, data }: EntitlementEvent): Entitlement => {
  if (type === 'EntitlementOpened')
    return { status: 'open', entitlementId: data.entitlementId, ...data.content, charges: [] };
  if (entitlement.status === 'absent') return entitlement;
  switch (type) {
    case 'EntitlementRevised':
      return { ...entitlement, ...data.terms };
    case 'EntitlementCharged': {
      const { ticketId, covered, billable } = data;
      const before = chargeOf(entitlement, ticketId) ?? { covered: 0, billable: 0 };
      return recharged(entitlement, {
        ticketId,
        covered: before.covered + covered,
        billable: before.billable + billable,
      });
    }
    case 'EntitlementReturned':
      return recharged(entitlement, {
        ticketId: data.ticketId,
        covered: 0,
        billable: 0,
        isReturned: true,
      });
  }
};

export const entitlement: Aggregate<Entitlement, EntitlementEvent> = {
  name: 'entitlement',
  initial: { status: 'absent' },
  evolve,
};

export const requireOpened = (
  entitlement: Entitlement,
  entitlementId: string,
): OpenedEntitlement => {
  if (entitlement.status === 'absent')
    throw refuse('entitlement-not-found', `There is no entitlement ${entitlementId}`);
  return entitlement;
};

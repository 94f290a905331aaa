import type { Entitled } from '@steward/contracts';
import { entitled } from '../fixtures/entitlements.ts';
import { chooseEntitlement, placesOf } from './choose-entitlement.ts';
import type { OpenedEntitlement } from './entitlement.ts';

const now = new Date('2026-06-01T00:00:00.000Z');
const over = '2026-05-01T00:00:00.000Z';
const chosen = (...found: OpenedEntitlement[]) => chooseEntitlement(found, now)?.entitlementId;
const usedUp = (entitlement: OpenedEntitlement): OpenedEntitlement => ({
  ...entitlement,
  charges: [{ ticketId: 't-0', covered: entitlement.total, billable: 0 }],
});

const everything = {
  accountId: 'acme',
  projectId: 'p-1',
  contractId: 'c-1',
  contractLineId: 'l-1',
  assetId: 'a-1',
};
/** The narrowest first. */
const places: Entitled[] = [
  { kind: 'asset', id: 'a-1' },
  { kind: 'contract-line', id: 'l-1' },
  { kind: 'contract', id: 'c-1' },
  { kind: 'project', id: 'p-1' },
  { kind: 'account', id: 'acme' },
];

describe('the entitlement of a ticket', () => {
  it('is looked for on what the ticket names, the narrowest first, and on its account last', () => {
    expect(placesOf(everything)).toEqual(places);
    expect(placesOf({ accountId: 'acme' })).toEqual([{ kind: 'account', id: 'acme' }]);
  });

  it.each(places.slice(1).map((wider, index) => ({ wider, narrower: places[index] as Entitled })))(
    'is that on the $narrower.kind before that on the $wider.kind',
    ({ wider, narrower }) => {
      const wide = entitled({ on: wider, validUntil: '2026-07-01T00:00:00.000Z' }, 'a-wide');
      const narrow = entitled({ on: narrower }, 'narrow');
      expect(chosen(wide, narrow)).toBe('narrow');
      expect(chosen(wide, usedUp(narrow))).toBe('a-wide');
      expect(chosen(usedUp(wide), usedUp(narrow))).toBe('narrow');
    },
  );

  it('is, of several in one place, the one that ends first, and then the first by name', () => {
    const soon = entitled({ validUntil: '2026-07-01T00:00:00.000Z' }, 'soon');
    expect(chosen(entitled({}, 'late'), soon)).toBe('soon');
    expect(chosen(entitled({}, 'b'), entitled({}, 'a'))).toBe('a');
  });

  it('is, where nothing is left of any, the latest', () => {
    const old = entitled({ validUntil: '2026-02-01T00:00:00.000Z' }, 'old');
    expect(chosen(old, entitled({ validUntil: over }, 'last'))).toBe('last');
  });

  it('is none where there is none yet', () => {
    expect(chosen()).toBeUndefined();
    expect(chosen(entitled({ validFrom: '2026-06-01T00:00:00.001Z' }))).toBeUndefined();
  });
});

import { scenario } from '@steward/testing/scenario';
import { entitlementOpened } from '../fixtures/entitlements.ts';
import { entitlement } from './entitlement.ts';
import { type OpenIncluded, openIncluded } from './open-included.ts';

const given = scenario(entitlement);
const at = '2026-01-01T00:00:00.000Z';
const support = { name: 'First year', unit: 'hours', total: 40, whenUsedUp: 'refuse' } as const;
const project = { kind: 'project', id: 'p-1' } as const;
const contract = { kind: 'contract', id: 'o-1-portal' } as const;
const command: OpenIncluded = {
  on: project,
  accountId: 'acme',
  support: { ...support, days: 365 },
  at: new Date(at),
};

describe('the support that comes with something', () => {
  it.each([
    { what: 'a project', changes: {}, on: project, total: 40 },
    { what: 'one unit that is sold', changes: { on: contract }, on: contract, total: 40 },
    {
      what: 'each of several units',
      changes: { on: contract, quantity: 3 },
      on: contract,
      total: 120,
    },
    {
      what: 'more units than anybody counts',
      changes: { on: contract, quantity: 1_000_000 },
      on: contract,
      total: 10_000,
    },
  ])('is a right to $total hours for $what, for so many days', ({ changes, on, total }) => {
    given()
      .when((state) => openIncluded(state, { ...command, ...changes }))
      .thenEmits({
        type: 'EntitlementOpened',
        data: {
          entitlementId: on.id,
          accountId: 'acme',
          at,
          content: {
            ...support,
            total,
            accountId: 'acme',
            on,
            validFrom: at,
            validUntil: '2027-01-01T00:00:00.000Z',
          },
        },
      });
  });

  it('leaves alone what somebody has given under its id before', () => {
    given(entitlementOpened({}, 'p-1'))
      .when((state) => openIncluded(state, command))
      .thenNothing();
  });
});

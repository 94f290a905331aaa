import { EntitlementOpened, EntitlementRevised } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { entitlementContent, entitlementOpened } from '../fixtures/entitlements.ts';
import { entitlement } from './entitlement.ts';
import { openEntitlement, reviseEntitlement } from './open-entitlement.ts';

const given = scenario(entitlement);
const entitlementId = 'e-1';
const content = entitlementContent();
const at = content.validFrom;
const now = new Date(at);
const { accountId, on: _, unit: __, ...terms } = content;
const opened = entitlementOpened();
const charged = {
  type: 'EntitlementCharged',
  data: { entitlementId, accountId, ticketId: 't-1', covered: 1, billable: 0, at },
} as const;

const backwards = { validFrom: at, validUntil: at };

describe('open an entitlement', () => {
  it('keeps what the customer has a right to', () => {
    given()
      .when((state) => openEntitlement(state, { entitlementId, content, at: now }))
      .thenEmits(opened);
    expect(EntitlementOpened.parse(opened)).toEqual(opened);
  });

  it.each([
    {
      what: 'that is there already',
      past: [opened],
      change: {},
      code: 'entitlement-already-opened',
    },
    {
      what: 'that ends as it begins',
      past: [],
      change: backwards,
      code: 'entitlement-never-valid',
    },
    {
      what: 'of one account on another',
      past: [],
      change: { on: { kind: 'account', id: 'other' } as const },
      code: 'entitlement-of-another-account',
    },
  ])('refuses one $what', ({ past, change, code }) => {
    const command = { entitlementId, content: { ...content, ...change }, at: now };
    given(...past)
      .when((state) => openEntitlement(state, command))
      .thenRefuses(code);
  });
});

describe('revise an entitlement', () => {
  it('gives less of it, and leaves charged what is', () => {
    const less = { ...terms, total: 1 };
    const revised = {
      type: 'EntitlementRevised',
      data: { entitlementId, accountId, terms: less, at },
    } as const;
    given(opened, charged)
      .when((state) => reviseEntitlement(state, { entitlementId, terms: less, at: now }))
      .thenEmits(revised);
    expect(EntitlementRevised.parse(revised)).toEqual(revised);
    const state = [opened, charged, revised].reduce(entitlement.evolve, entitlement.initial);
    expect(state).toMatchObject({ total: 1, charges: [{ ticketId: 't-1', covered: 1 }] });
  });

  it.each([
    { what: 'one that is not there', past: [], change: {}, code: 'entitlement-not-found' },
    {
      what: 'to end as it begins',
      past: [opened],
      change: backwards,
      code: 'entitlement-never-valid',
    },
    {
      what: 'to less than is charged',
      past: [opened, charged, { ...charged, data: { ...charged.data, ticketId: 't-2' } }],
      change: { total: 1 },
      code: 'entitlement-total-below-charged',
    },
  ])('refuses to revise $what', ({ past, change, code }) => {
    const command = { entitlementId, terms: { ...terms, ...change }, at: now };
    given(...past)
      .when((state) => reviseEntitlement(state, command))
      .thenRefuses(code);
  });
});

import { EntitlementCharged, type EntitlementEvent, EntitlementReturned } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import fc from 'fast-check';
import { entitlementContent, entitlementOpened } from '../fixtures/entitlements.ts';
import { balanceOf } from './balance.ts';
import { chargeCase, chargeHours, paymentBy, returnCharge } from './charge-ticket.ts';
import { type Entitlement, entitlement, type OpenedEntitlement } from './entitlement.ts';

const given = scenario(entitlement);
const entitlementId = 'e-1';
const at = '2026-06-01T00:00:00.000Z';
const late = new Date('2027-01-01T00:00:00.000Z');
const on = (ticketId = 't-1', moment = new Date(at)) => ({ entitlementId, ticketId, at: moment });

const told =
  (type: 'EntitlementCharged' | 'EntitlementReturned') =>
  (ticketId: string, covered: number, billable: number): EntitlementEvent => ({
    type,
    data: { entitlementId, accountId: 'acme', ticketId, covered, billable, at },
  });
const charged = told('EntitlementCharged');
const returned = told('EntitlementReturned');
const cases = entitlementOpened({ total: 1 });
const hours = entitlementOpened({ unit: 'hours', total: 1 });

describe('charge a case', () => {
  it('takes one from what is left, and asks for money beyond', () => {
    given(cases)
      .when((state) => chargeCase(state, on()))
      .thenEmits(charged('t-1', 1, 0));
    given(cases, charged('t-1', 1, 0))
      .when((state) => chargeCase(state, on('t-2')))
      .thenEmits(charged('t-2', 0, 1));
  });

  it('charges a ticket once, and none where hours count', () => {
    given(cases, charged('t-1', 1, 0))
      .when((state) => chargeCase(state, on()))
      .thenNothing();
    given(hours)
      .when((state) => chargeCase(state, on()))
      .thenNothing();
  });

  const strict = { total: 1, whenUsedUp: 'refuse' } as const;
  it.each([
    {
      what: 'used up',
      past: [entitlementOpened(strict), charged('t-0', 1, 0)],
      moment: new Date(at),
      code: 'entitlement-used-up',
    },
    {
      what: 'expired',
      past: [entitlementOpened(strict)],
      moment: late,
      code: 'entitlement-expired',
    },
    { what: 'not there', past: [], moment: late, code: 'entitlement-not-found' },
  ])('refuses where it is $what, and money is no way out', ({ past, moment, code }) => {
    given(...past)
      .when((state) => chargeCase(state, on('t-1', moment)))
      .thenRefuses(code);
  });

  it('tells the ticket whether it is paid for', () => {
    const state = entitlement.evolve(entitlement.initial, cases);
    expect(paymentBy(state, on())).toEqual({ entitlementId, isBillable: false });
    expect(paymentBy(state, on('t-1', late))).toEqual({ entitlementId, isBillable: true });
  });

  it('emits only events the contracts accept', () => {
    for (const [contract, event] of [
      [EntitlementCharged, charged('t-1', 1, 0)],
      [EntitlementReturned, returned('t-1', 1, 0)],
    ] as const)
      expect(contract.parse(event)).toEqual(event);
  });
});

describe('charge hours', () => {
  const worked = (seconds: number, isBillable = false) => ({ ...on(), seconds, isBillable });

  it('takes what was worked, and the difference when there is more', () => {
    given(hours)
      .when((state) => chargeHours(state, worked(600.4)))
      .thenEmits(charged('t-1', 600, 0));
    given(hours, charged('t-1', 600, 0))
      .when((state) => chargeHours(state, worked(601.6)))
      .thenEmits(charged('t-1', 2, 0));
    given(hours, charged('t-1', 600, 0))
      .when((state) => chargeHours(state, worked(600)))
      .thenNothing();
  });

  it('makes billable what goes beyond, though new tickets would be refused', () => {
    given(entitlementOpened({ unit: 'hours', total: 1, whenUsedUp: 'refuse' }))
      .when((state) => chargeHours(state, worked(4_000)))
      .thenEmits(charged('t-1', 3_600, 400));
  });

  it('takes nothing for a ticket that came when nothing was left', () => {
    given(hours)
      .when((state) => chargeHours(state, worked(60, true)))
      .thenEmits(charged('t-1', 0, 60));
  });

  it.each([
    { what: 'where cases count', past: [cases] },
    { what: 'for what came to nothing', past: [hours, returned('t-1', 0, 0)] },
  ])('takes nothing $what', ({ past }) => {
    given(...past)
      .when((state) => chargeHours(state, worked(60)))
      .thenNothing();
  });
});

describe('return a charge', () => {
  it('gives back what was charged, once', () => {
    given(cases, charged('t-1', 1, 0))
      .when((state) => returnCharge(state, on()))
      .thenEmits(returned('t-1', 1, 0));
    given(cases, charged('t-1', 1, 0), returned('t-1', 1, 0))
      .when((state) => returnCharge(state, on()))
      .thenNothing();
  });
});

const ticketId = fc.constantFrom('t-1', 't-2', 't-3', 't-4');
const step = fc.oneof(
  ticketId.map((id) => (state: Entitlement) => chargeCase(state, on(id))),
  ticketId.map((id) => (state: Entitlement) => returnCharge(state, on(id))),
  fc.tuple(ticketId, fc.nat(5_000), fc.boolean()).map(([id, seconds, isBillable]) => {
    const command = { ...on(id), seconds, isBillable };
    return (state: Entitlement) => chargeHours(state, command);
  }),
);

const sumOf = (events: readonly EntitlementEvent[], type: EntitlementEvent['type'], id: string) =>
  events.reduce(
    (sum, event) =>
      event.type === type && 'covered' in event.data && event.data.ticketId === id
        ? sum + event.data.covered
        : sum,
    0,
  );

describe('an entitlement', () => {
  it('has what remains and what is charged add up, and never gives more than it has', () => {
    const unit = fc.constantFrom('cases' as const, 'hours' as const);
    fc.assert(
      fc.property(unit, fc.integer({ min: 1, max: 3 }), fc.array(step), (counted, total, steps) => {
        const content = entitlementContent({ unit: counted, total });
        const told = [entitlementOpened(content)];
        let state = told.reduce(entitlement.evolve, entitlement.initial) as OpenedEntitlement;
        for (const decide of steps) {
          const before = balanceOf(state);
          const events = decide(state);
          told.push(...events);
          state = events.reduce(entitlement.evolve, state as Entitlement) as OpenedEntitlement;
          const after = balanceOf(state);
          expect(after.remaining + after.charged).toBe(before.total);
          expect(after.remaining).toBeGreaterThanOrEqual(0);
          expect(after.billable).toBeGreaterThanOrEqual(0);
        }
        for (const id of ['t-1', 't-2', 't-3', 't-4'])
          expect(sumOf(told, 'EntitlementReturned', id)).toBeLessThanOrEqual(
            sumOf(told, 'EntitlementCharged', id),
          );
      }),
    );
  });
});

import { type HistoryEntry, NeedAccepted, OpportunityWon } from '@steward/contracts';
import { eventRow, eventually, type TestCaller } from '@steward/testing';
import { runOpportunity } from './fixtures/running-opportunity.ts';

const path = (opportunityId: string, verb = '') => `/v1/opportunities/${opportunityId}${verb}`;
const value = { amountMinor: 500_000, currency: 'EUR' };
const lines = [
  { offeringId: 'portal', quantity: 2 },
  { offeringId: 'portal', quantity: 1 },
];
const operation = {
  brand: 'Acme Depot',
  leader: 'self',
  channel: 'project',
  branch: 'north',
  units: 3,
  interfaces: 1,
  division: 'grid',
  industries: ['energy', 'retail'],
};

describe('opportunity on real servers', () => {
  let world: Awaited<ReturnType<typeof runOpportunity>>;

  const discover = (by: TestCaller, opportunityId: string, more: object = {}) =>
    by.post('/v1/opportunities', {
      opportunityId,
      accountId: 'acme',
      title: 'Warehouse portal',
      ...more,
    });

  /** Discovered by ada, introduced to two units, accepted with olga as the opportunity owner. */
  const accepted = async (opportunityId: string) => {
    await discover(world.ada, opportunityId);
    await world.ada.post(path(opportunityId, '/introduction'), { units: ['servers', 'software'] });
    return world.ada.post(path(opportunityId, '/acceptance'), {
      unit: 'software',
      ownerId: 'olga',
    });
  };

  const historyOf = async (opportunityId: string) => {
    const { body } = await world.ada.get(path(opportunityId, '/history'));
    return (body as { items: HistoryEntry[] }).items;
  };

  beforeAll(async () => {
    world = await runOpportunity();
    await world.registerAccount('acme', [{ ownerId: 'ada', at: '2026-01-01T00:00:00.000Z' }]);
    await world.registerAccount('other', [
      { ownerId: 'ada', at: '2025-01-01T00:00:00.000Z' },
      { ownerId: 'bob', at: '2026-01-01T00:00:00.000Z' },
    ]);
    for (const [who, accountId] of [
      [world.ada, 'acme'],
      [world.bob, 'other'],
    ] as const)
      await eventually(
        () => discover(who, `first-at-${accountId}`, { accountId }),
        ({ status }) => status === 201,
      );
  });

  afterAll(() => world?.stop());

  it('R11: goes from discovered to introduced to accepted, with an event at each step', async () => {
    expect((await accepted('path')).status).toBe(200);
    expect((await historyOf('path')).map(({ type }) => type)).toEqual([
      'OpportunityDiscovered',
      'OpportunityIntroduced',
      'OpportunityAccepted',
    ]);
    expect((await world.ada.get(path('path'))).body).toEqual({
      opportunityId: 'path',
      accountId: 'acme',
      title: 'Warehouse portal',
      status: 'accepted',
      stage: 'prospecting',
      discoveredBy: 'ada',
      discoveredAt: expect.any(String),
      units: ['servers', 'software'],
      unit: 'software',
      ownerId: 'olga',
      version: 3,
    });
  });

  it.each([
    {
      who: 'bob' as const,
      more: {},
      status: 403,
      code: 'discoverer-not-account-owner',
    },
    {
      who: 'ada' as const,
      more: { discoveredBy: 'bob' },
      status: 403,
      code: 'discoverer-not-caller',
    },
    {
      who: 'ada' as const,
      more: { accountId: 'nowhere' },
      status: 409,
      code: 'account-not-known-yet',
    },
  ])('R11: refuses with $code what $who discovers', async ({ who, more, status, code }) => {
    const refused = await discover(world[who], 'refused', more);
    expect(refused).toMatchObject({ status, body: { code } });
  });

  it('R11: credits the owner of the day when a record is brought in', async () => {
    const backThen = { accountId: 'other', occurredAt: '2025-06-01T00:00:00.000Z' };
    const byBob = await discover(world.importer, 'old', { ...backThen, discoveredBy: 'bob' });
    expect(byBob).toMatchObject({ status: 403, body: { code: 'discoverer-not-account-owner' } });
    expect(
      (await discover(world.importer, 'old', { ...backThen, discoveredBy: 'ada' })).status,
    ).toBe(201);
    expect((await world.ada.get(path('old'))).body).toMatchObject({
      discoveredBy: 'ada',
      discoveredAt: backThen.occurredAt,
    });
  });

  it('R10: has one opportunity owner, however many units accept at once', async () => {
    await discover(world.ada, 'wanted');
    const units = ['servers', 'software', 'retail', 'cloud'];
    await world.ada.post(path('wanted', '/introduction'), { units });
    const answers = await Promise.all(
      units.map((unit) =>
        world.ada.post(path('wanted', '/acceptance'), { unit, ownerId: `owner-of-${unit}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(
      (await historyOf('wanted')).filter(({ type }) => type === 'OpportunityAccepted'),
    ).toHaveLength(1);
  });

  it('R10: ends the rights of an opportunity owner at that opportunity', async () => {
    await accepted('owned');
    const stage = (by: TestCaller) => by.post(path('owned', '/stage'), { stage: 'proposal' });
    const loss = { lossReason: 'price' };
    for (const refused of [
      await stage(world.otto),
      await world.otto.post(path('owned', '/win'), { value, lines }),
      await world.otto.post(path('owned', '/loss'), loss),
      await world.olga.post(path('first-at-acme', '/loss'), loss),
    ])
      expect(refused).toMatchObject({ status: 403, body: { code: 'not-opportunity-owner' } });
    expect((await stage(world.olga)).status).toBe(200);
    expect((await world.olga.post(path('owned', '/loss'), loss)).status).toBe(200);
    expect((await world.ada.get(path('owned'))).body).toMatchObject({
      status: 'lost',
      stage: 'proposal',
      lossReason: 'price',
    });
  });

  it('places one order and plans one solution for a win, even when it is delivered twice', async () => {
    await accepted('won');
    await world.olga.post(path('won', '/win'), { value, lines });
    const order = await eventually(
      () => world.ada.get('/v1/orders/won'),
      ({ status }) => status === 200,
    );
    const solution = await eventually(
      () => world.ada.get('/v1/solutions/won'),
      ({ status }) => status === 200,
    );

    const entry = (await historyOf('won')).at(-1);
    const data = entry?.data as { at: string };
    await world.publish([
      eventRow(OpportunityWon, { key: 'won', version: 4, data }),
      eventRow(OpportunityWon, { key: 'won', version: 4, data }),
      // Nobody wins the same twice: this one is set aside, which shows that the two before it have passed.
      eventRow(OpportunityWon, { key: 'won', version: 5, data }),
    ]);
    const setAside = await eventually(world.parked, ({ length }) => length === 2);
    expect(setAside.map(({ reason }) => reason).sort()).toEqual([
      'order-already-placed',
      'solution-already-planned',
    ]);
    await world.forgetParked();

    expect(order.body).toEqual({
      orderId: 'won',
      opportunityId: 'won',
      accountId: 'acme',
      value,
      lines,
      placedAt: entry?.occurredAt,
      version: 1,
    });
    expect(solution.body).toMatchObject({ status: 'planned', offeringIds: ['portal'], version: 1 });
    expect((await world.ada.get('/v1/orders/won')).body).toEqual(order.body);
    expect((await world.ada.get('/v1/solutions/won')).body).toEqual(solution.body);
  });

  it('puts a planned solution live once, by whoever may act on its opportunity', async () => {
    await accepted('live');
    const early = await world.ada.post('/v1/solutions/live/go-live', operation);
    expect(early).toMatchObject({ status: 404, body: { code: 'solution-not-found' } });
    await world.olga.post(path('live', '/win'), { value, lines });
    await eventually(
      () => world.ada.get('/v1/solutions/live'),
      ({ status }) => status === 200,
    );
    const goLive = (by: TestCaller) => by.post('/v1/solutions/live/go-live', operation);
    expect(await goLive(world.otto)).toMatchObject({ body: { code: 'not-opportunity-owner' } });
    const ofPartner = { ...operation, partnerId: 'integra' };
    expect(await world.olga.post('/v1/solutions/live/go-live', ofPartner)).toMatchObject({
      status: 400,
      body: { code: 'solution-partner-not-leading' },
    });
    expect((await goLive(world.olga)).status).toBe(200);
    expect(await goLive(world.olga)).toMatchObject({ body: { code: 'solution-already-live' } });
    expect((await world.ada.get('/v1/solutions/live')).body).toEqual({
      solutionId: 'live',
      opportunityId: 'live',
      accountId: 'acme',
      title: 'Warehouse portal',
      status: 'live',
      value,
      offeringIds: ['portal'],
      liveSince: expect.any(String),
      version: 2,
    });
  });

  it('shows a customer nothing but its own account', async () => {
    await accepted('shown');
    await world.olga.post(path('shown', '/win'), { value, lines });
    await eventually(
      () => world.customer.get('/v1/solutions/shown'),
      ({ status }) => status === 200,
    );
    const unnamed = { accountId: undefined };
    expect((await discover(world.bob, 'unnamed', unnamed)).status).toBe(201);
    const statusOf = async (route: string) => (await world.customer.get(route)).status;
    expect(await statusOf(path('shown'))).toBe(200);
    expect(await statusOf(path('shown', '/history'))).toBe(200);
    for (const hidden of ['first-at-other', 'unnamed', 'nowhere']) {
      expect(await statusOf(path(hidden))).toBe(404);
      expect(await statusOf(path(hidden, '/history'))).toBe(404);
    }
    const { body } = await world.customer.get('/v1/opportunities?limit=200');
    const seen = (body as { items: { accountId: string }[] }).items;
    expect(new Set(seen.map(({ accountId }) => accountId))).toEqual(new Set(['acme']));
  });

  it.each([
    { filter: 'accountId=other', ids: ['first-at-other', 'listed'] },
    { filter: 'accountId=other&status=lost', ids: ['listed'] },
    { filter: 'ownerId=nobody', ids: [] },
  ])('lists opportunities by $filter', async ({ filter, ids }) => {
    await discover(world.bob, 'listed', { accountId: 'other' });
    await world.bob.post(path('listed', '/loss'), { lossReason: 'no-budget' });
    const { body } = await world.ada.get(`/v1/opportunities?${filter}`);
    const listed = (body as { items: { opportunityId: string }[] }).items;
    expect(listed.map(({ opportunityId }) => opportunityId).filter((id) => id !== 'old')).toEqual(
      ids,
    );
  });

  it('R104: comes from a need that service has accepted, once, with those who heard it', async () => {
    const accept = (needId: string, version: number, as: 'opportunity' | 'offering') =>
      eventRow(NeedAccepted, {
        key: needId,
        version,
        data: {
          needId,
          accountId: 'acme',
          kind: 'expansion',
          title: 'More seats',
          as,
          acceptedBy: 'mia',
          heardBy: ['eve', 'bob'],
          quotes: [],
          at: '2026-03-02T12:00:00.000Z',
        },
      });
    await world.publish([
      accept('need-2', 1, 'offering'),
      accept('need-1', 1, 'opportunity'),
      accept('need-1', 1, 'opportunity'),
      accept('need-1', 2, 'opportunity'),
    ]);
    for (const [needId, taken] of [
      ['need-1', 2],
      ['need-2', 1],
    ] as const)
      await eventually(
        () =>
          world.versionTakenIn(
            'discoverOpportunityOnNeedAccepted',
            needId,
            'tiered-support.need-candidate',
          ),
        (version) => version === taken,
      );
    expect((await world.ada.get(path('need-1'))).body).toMatchObject({
      title: 'More seats',
      accountId: 'acme',
      status: 'discovered',
      discoveredBy: 'eve',
      need: { needId: 'need-1', heardBy: ['eve', 'bob'] },
      version: 1,
    });
    expect((await world.ada.get(path('need-2'))).status).toBe(404);
    expect(await world.parked()).toEqual([]);
  });

  it.each(['/v1/orders/nowhere', '/v1/solutions/nowhere'])('answers 404 for %s', async (route) => {
    expect((await world.ada.get(route)).status).toBe(404);
  });
});

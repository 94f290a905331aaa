import { eventually, type TestCaller } from '@steward/testing';
import { runCatalogue } from './fixtures/running-catalogue.ts';

const offering = (offeringId: string, per: 'once' | 'month' | 'year') => ({
  offeringId,
  name: `The ${offeringId}`,
  businessType: 'platform',
  unit: 'software',
  price: { amountMinor: 9_900, currency: 'EUR', per },
});
const line = (offeringId: string, quantity = 1) => ({ offeringId, quantity });

const support = { name: 'Care', unit: 'cases', total: 5, days: 365, whenUsedUp: 'billable' };

describe('service-productization on real servers', () => {
  let world: Awaited<ReturnType<typeof runCatalogue>>;

  const publish = (body: object) => world.manager.post('/v1/offerings', body);

  const subscriptionsOf = async (opportunityId: string, by: TestCaller = world.ada) => {
    const { body } = await by.get(`/v1/subscriptions?opportunityId=${opportunityId}`);
    return (body as { items: { subscriptionId: string; quantity: number; version: number }[] })
      .items;
  };

  const takenIn = (opportunityId: string, wanted: number) =>
    eventually(
      () => world.versionTakenIn(opportunityId),
      (version) => version === wanted,
    );

  const setAside = (opportunityId: string) =>
    eventually(
      () => world.parked(opportunityId),
      (rows) => rows.length > 0,
    );

  beforeAll(async () => {
    world = await runCatalogue();
    await publish(offering('portal', 'month'));
    await publish(offering('hosting', 'year'));
    await publish({ ...offering('care', 'year'), support });
    await publish(offering('setup', 'once'));
    await publish(offering('fax', 'month'));
    await world.manager.post('/v1/offerings/fax/retirement');
  });

  afterAll(() => world?.stop());

  it('publishes an offering once, and retires it once', async () => {
    const pager = offering('pager', 'month');
    expect(await publish(pager)).toMatchObject({ status: 201, body: { id: 'pager', version: 1 } });
    expect((await world.ada.get('/v1/offerings/pager')).body).toEqual({
      ...pager,
      status: 'published',
      version: 1,
    });
    expect(await publish(pager)).toMatchObject({ body: { code: 'offering-already-published' } });
    const retire = () => world.manager.post('/v1/offerings/pager/retirement');
    expect((await retire()).status).toBe(200);
    expect(await retire()).toMatchObject({
      status: 409,
      body: { code: 'offering-already-retired' },
    });
    expect((await world.ada.get('/v1/offerings/pager/history')).body).toMatchObject({
      items: [{ type: 'OfferingPublished', actor: 'mona' }, { type: 'OfferingRetired' }],
    });
  });

  it.each([
    { why: 'a price below nothing', price: { amountMinor: -1, currency: 'EUR', per: 'month' } },
    { why: 'a period that is none', price: { amountMinor: 1, currency: 'EUR', per: 'week' } },
  ])('refuses $why', async ({ price }) => {
    expect((await publish({ ...offering('bad', 'month'), price })).status).toBe(400);
  });

  it.each([
    { filter: 'unit=nowhere', ids: [] },
    { filter: 'unit=software&businessType=service', ids: ['visits'] },
  ])('lists the catalogue by $filter', async ({ filter, ids }) => {
    await publish({ ...offering('visits', 'year'), businessType: 'service' });
    const { body } = await world.customer.get(`/v1/offerings?${filter}`);
    const { items } = body as { items: { offeringId: string }[] };
    expect(items.map(({ offeringId }) => offeringId)).toEqual(ids);
  });

  it('starts one subscription for each recurring offering of a win, even when it is delivered twice', async () => {
    const lines = [line('portal', 2), line('setup'), line('hosting'), line('portal', 3)];
    await world.win('o-1', lines);
    await world.win('o-1', lines);
    await world.mark('o-1', 2);
    await takenIn('o-1', 2);
    const started = (offeringId: string, quantity: number, per: 'month' | 'year') => ({
      subscriptionId: `o-1-${offeringId}`,
      accountId: 'acme',
      opportunityId: 'o-1',
      offeringId,
      offeringName: `The ${offeringId}`,
      quantity,
      price: { amountMinor: 9_900, currency: 'EUR', per },
      startedAt: '2026-03-02T12:00:00.000Z',
      version: 1,
    });
    expect(await subscriptionsOf('o-1')).toEqual([
      started('hosting', 1, 'year'),
      started('portal', 5, 'month'),
    ]);
    expect(await world.parked('o-1')).toEqual([]);
  });

  it('gives a subscription the support that was sold with it', async () => {
    await world.win('cared-for', [line('care', 2)]);
    await takenIn('cared-for', 1);
    expect(await subscriptionsOf('cared-for')).toMatchObject([{ quantity: 2, support }]);
    expect((await world.ada.get('/v1/offerings/care')).body).toMatchObject({ support });
  });

  it('starts nothing for what is paid once', async () => {
    await world.win('paid-once', [line('setup', 4)]);
    await takenIn('paid-once', 1);
    expect(await subscriptionsOf('paid-once')).toEqual([]);
  });

  it('sets a win of a retired offering aside', async () => {
    await world.win('outdated', [line('portal'), line('fax')]);
    expect(await setAside('outdated')).toMatchObject([{ reason: 'offering-retired' }]);
    expect(await subscriptionsOf('outdated')).toEqual([]);
  });

  it('sets a win of an unknown offering aside whole, and starts it when replayed after publication', async () => {
    await world.win('early', [line('portal'), line('drone')]);
    await world.win('beside', [line('portal')]);
    expect(await setAside('early')).toMatchObject([{ reason: 'offering-not-found' }]);
    await takenIn('beside', 1);
    expect(await subscriptionsOf('beside')).toHaveLength(1);
    expect(await subscriptionsOf('early')).toEqual([]);

    expect(await world.replay('early')).toBe(false);
    expect(await subscriptionsOf('early')).toEqual([]);
    await publish(offering('drone', 'month'));
    expect(await world.replay('early')).toBe(true);
    expect(await subscriptionsOf('early')).toMatchObject([
      { subscriptionId: 'early-drone', version: 1 },
      { subscriptionId: 'early-portal', version: 1 },
    ]);
    expect(await world.parked('early')).toEqual([]);
  });

  it('shows a customer nothing but its own account', async () => {
    await world.win('shown', [line('portal')]);
    await takenIn('shown', 1);
    const statusFor = async (by: TestCaller, id: string) =>
      (await by.get(`/v1/subscriptions/${id}`)).status;
    expect(await statusFor(world.customer, 'shown-portal')).toBe(200);
    expect(await statusFor(world.stranger, 'shown-portal')).toBe(404);
    expect(await statusFor(world.ada, 'nowhere')).toBe(404);
    expect(await subscriptionsOf('shown', world.customer)).toHaveLength(1);
    expect(await subscriptionsOf('shown', world.stranger)).toEqual([]);
  });

  it.each(['/v1/offerings/nowhere', '/v1/offerings/nowhere/history'])(
    'answers 404 for %s',
    async (route) => {
      expect((await world.ada.get(route)).status).toBe(404);
    },
  );

  it('R104: proposes what support accepted as an offering, once, and adopts or dismisses it', async () => {
    await world.accept('need-0', 'opportunity');
    await world.accept('need-1', 'offering');
    await world.accept('need-1', 'offering');
    await world.accept('need-2', 'offering');
    const path = (candidateId: string, verb = '') =>
      `/v1/offering-candidates/${candidateId}${verb}`;
    for (const candidateId of ['need-1', 'need-2'])
      await eventually(
        () => world.manager.get(path(candidateId)),
        ({ status }) => status === 200,
      );
    const adopt = (offeringId: string) =>
      world.manager.post(path('need-1', '/adoption'), { offeringId });
    expect(await adopt('nowhere')).toMatchObject({ body: { code: 'offering-not-found' } });
    expect(await adopt('fax')).toMatchObject({ body: { code: 'offering-retired' } });
    expect((await adopt('portal')).status).toBe(200);
    expect(await adopt('portal')).toMatchObject({
      status: 409,
      body: { code: 'offering-candidate-already-decided' },
    });
    const notes = 'Too rare';
    expect((await world.manager.post(path('need-2', '/dismissal'), { notes })).status).toBe(200);
    const { body } = await world.ada.get('/v1/offering-candidates');
    expect(body).toEqual({
      items: [
        expect.objectContaining({
          candidateId: 'need-1',
          status: 'adopted',
          offeringId: 'portal',
          quotes: ['我们需要培训'],
          heardBy: ['bob'],
          version: 2,
        }),
        expect.objectContaining({ candidateId: 'need-2', status: 'dismissed', notes }),
      ],
    });
    expect((await world.ada.get(path('need-1', '/history'))).body).toMatchObject({
      items: [{ type: 'OfferingCandidateProposed' }, { type: 'OfferingCandidateAdopted' }],
    });
    expect((await world.customer.get('/v1/offering-candidates')).body).toEqual({ items: [] });
    for (const hidden of [path('need-1'), path('need-1', '/history')])
      expect((await world.customer.get(hidden)).status).toBe(404);

    await world.eraseNeed('need-1', 2);
    await world.eraseNeed('need-1', 2);
    const erased = await eventually(
      () => world.manager.get(path('need-1')),
      ({ body }) => (body as { quotes: string[] }).quotes.length === 0,
    );
    expect(erased.body).toMatchObject({ title: '[erased]', status: 'adopted', version: 3 });
    const history = await world.manager.get(path('need-1', '/history'));
    expect(history.body).toMatchObject({
      items: [{ version: 1 }, { version: 2 }, { type: 'OfferingCandidateWordsErased', version: 3 }],
    });
    expect(JSON.stringify(history.body)).not.toContain('培训');
  });
});

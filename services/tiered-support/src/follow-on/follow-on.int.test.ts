import { type OpportunityEvent, OpportunityLost, OpportunityWon } from '@steward/contracts';
import { eventRow, eventually } from '@steward/testing';
import { mechanisms } from '../fixtures/operated-projects.ts';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';
import { solutionHistory } from '../fixtures/solution-history.ts';

const at = '2026-03-02T12:00:00.000Z';

const won = (opportunityId: string, amountMinor: number) => {
  const { data }: Extract<OpportunityEvent, { type: 'OpportunityWon' }> = {
    type: 'OpportunityWon',
    data: {
      opportunityId,
      accountId: 'acme',
      title: 'More of it',
      unit: 'north',
      ownerId: 'olga',
      value: { amountMinor, currency: 'EUR' },
      lines: [{ offeringId: 'f-1', quantity: 1 }],
      at,
    },
  };
  return eventRow(OpportunityWon, { key: opportunityId, version: 1, data });
};

const lost = (opportunityId: string) => {
  const data = { opportunityId, accountId: 'acme', lossReason: 'price' as const, at };
  return eventRow(OpportunityLost, { key: opportunityId, version: 1, data });
};

describe('what follows from a project, on real servers', () => {
  let on: RunningSupport;

  beforeAll(async () => {
    on = await runningSupport();
    await on.publisher.publish(solutionHistory('s-1', 'acme'));
    await eventually(
      () => on.agent.get('/v1/operated-projects/s-1'),
      ({ status }) => status === 200,
    );
  });
  afterAll(() => on.stop());

  const link = (opportunityId: string, projectId = 's-1') =>
    on.manager.post('/v1/follow-ons', { opportunityId, projectId });
  const read = (opportunityId: string) => on.agent.get(`/v1/follow-ons/${opportunityId}`);
  const typesOf = async (opportunityId: string) => {
    const { body } = await on.agent.get(`/v1/follow-ons/${opportunityId}/history`);
    return ((body ?? {}) as { items?: { type: string }[] }).items?.map(({ type }) => type) ?? [];
  };

  it('is linked to a project that shares something', async () => {
    expect(await link('o-1')).toMatchObject({
      status: 409,
      body: { code: 'follow-on-without-sharing' },
    });
    expect(await link('o-1', 'nowhere')).toMatchObject({
      status: 404,
      body: { code: 'operated-project-not-found' },
    });
    const content = mechanisms.sharing;
    const reviewed = await on.manager.post('/v1/operated-projects/s-1/mechanisms', { content });
    expect(reviewed.status).toBe(200);
    expect((await read('o-1')).status).toBe(404);
  });

  it('R117: rewards the people of the project when the linked opportunity is won, once', async () => {
    expect((await link('o-1')).headers.get('location')).toBe('/v1/follow-ons/o-1');
    await on.publisher.publish([won('o-1', 1_000_001), won('o-1', 1_000_001)]);
    await on.publisher.publish([won('o-1', 1_000_001)]);
    const { body } = await eventually(
      () => read('o-1'),
      ({ body: seen }) => (seen as { status: string }).status === 'rewarded',
    );
    expect(body).toMatchObject({
      opportunityId: 'o-1',
      projectId: 's-1',
      shares: [
        { userId: 'ada', amount: { amountMinor: 12_500, currency: 'EUR' } },
        { userId: 'ben', amount: { amountMinor: 12_500, currency: 'EUR' } },
      ],
    });
    await eventually(
      async () => on.service.lag(),
      (lag) => Object.values(lag).every((messages) => messages === 0),
    );
    expect(await typesOf('o-1')).toEqual(['FollowOnLinked', 'FollowOnRewarded']);
  });

  it('R117: rewards them as well where the win came before the link, and never for a loss', async () => {
    await on.publisher.publish([won('o-2', 500_000), lost('o-3')]);
    for (const opportunityId of ['o-2', 'o-3'])
      await eventually(
        () => typesOf(opportunityId),
        ({ length }) => length > 0,
      );
    expect((await on.agent.get('/v1/follow-ons')).body).toMatchObject({
      items: [{ opportunityId: 'o-1' }],
    });
    for (const opportunityId of ['o-2', 'o-3'])
      expect((await link(opportunityId)).status).toBe(201);
    expect((await on.agent.get('/v1/follow-ons?projectId=s-1')).body).toMatchObject({
      items: [
        { opportunityId: 'o-1', status: 'rewarded' },
        {
          opportunityId: 'o-2',
          status: 'rewarded',
          shares: [{ amount: { amountMinor: 6_250 } }, {}],
        },
        { opportunityId: 'o-3', status: 'not-rewarded', because: 'lost' },
      ],
    });
    expect(await link('o-2')).toMatchObject({
      status: 409,
      body: { code: 'follow-on-already-linked' },
    });
  });

  it.each([
    ['an agent', () => on.agent],
    ['a customer', () => on.customer],
  ])('is not for %s to link', async (_who, caller) => {
    const body = { opportunityId: 'o-9', projectId: 's-1' };
    expect((await caller().post('/v1/follow-ons', body)).status).toBe(403);
  });
});

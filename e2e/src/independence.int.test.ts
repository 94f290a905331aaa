import { callerOf, eventually, type TestCaller } from '@steward/testing';
import { startPlatformForTest, type TestPlatform } from './platform-for-test.ts';

describe('a service that is stopped', () => {
  let platform: TestPlatform;
  let ada: TestCaller;

  beforeAll(async () => {
    platform = await startPlatformForTest();
    ada = await callerOf(platform.url, { subject: 'ada', roles: ['administrator'] });
  });

  afterAll(() => platform.stop());

  it('keeps nobody else from working, and catches up when it is back', async () => {
    await platform.services.find(({ name }) => name === 'data-service')?.stop();
    expect((await ada.get('/v1/reports/support')).status).toBe(503);

    const tickets = ['t-1', 't-2', 't-3'];
    const raised = await Promise.all(
      tickets.map((ticketId) =>
        ada.post('/v1/tickets', { ticketId, accountId: 'acme', subject: 'No light' }),
      ),
    );
    expect(raised.map(({ status }) => status)).toEqual([201, 201, 201]);

    const back = await startPlatformForTest(platform.environment);
    const again = await callerOf(back.url, { subject: 'ada', roles: ['administrator'] });
    const { body } = await eventually(
      () => again.get('/v1/reports/support'),
      ({ body }) => (body as { tickets: number }).tickets === tickets.length,
    );
    expect(body).toMatchObject({ tickets: 3, open: 3 });
    await back.stop();
  });
});

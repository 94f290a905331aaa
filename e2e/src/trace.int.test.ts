import { recordSpans } from '@steward/telemetry/testing';
import { callerOf, eventually } from '@steward/testing';
import { startPlatformForTest, type TestPlatform } from './platform-for-test.ts';

describe('a trace', () => {
  let platform: TestPlatform;
  let spans: ReturnType<typeof recordSpans>;

  beforeAll(async () => {
    spans = recordSpans();
    platform = await startPlatformForTest();
  });

  afterAll(async () => {
    await platform.stop();
    await spans.stop();
  });

  it('runs from the request through the row and Kafka into every consumer', async () => {
    const owner = await callerOf(platform.url, { subject: 'ada', roles: ['account-owner'] });
    spans.reset();
    await owner.post('/v1/accounts', {
      accountId: 'traced',
      name: 'Traced',
      industry: 'energy',
      ownerId: 'ada',
    });
    const consumed = (fact: string) => ({
      name: `publish account.account.${fact}.v1`,
      children: [
        { name: 'project account-owners', children: [] },
        { name: 'project customer-timeline', children: [] },
        { name: 'project customers', children: [] },
        { name: 'project demonstration-accounts', children: [] },
      ],
    });
    const expected = [
      {
        name: 'gateway registerAccount',
        children: [
          {
            name: 'registerAccount',
            children: [consumed('owner-assigned'), consumed('registered')],
          },
        ],
      },
    ];
    const tree = await eventually(
      async () => spans.tree(),
      (now) => JSON.stringify(now) === JSON.stringify(expected),
    ).catch(() => spans.tree());
    expect(tree).toEqual(expected);
  });
});

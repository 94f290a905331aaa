import { eventually, type TestCaller } from '@steward/testing';
import { officeHours } from '../fixtures/hours.ts';
import { policyContent, targetsOf } from '../fixtures/policies.ts';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

interface History {
  readonly items: readonly {
    readonly type: string;
    readonly data: object;
    readonly actor: string;
  }[];
}

describe('promises on real servers', () => {
  /** What the service believes the time to be. */
  let aheadMs = 0;
  let on: RunningSupport;
  let manager: TestCaller;

  beforeAll(async () => {
    const now = () => new Date(Date.now() + aheadMs);
    // Two of them, so that they ring the same tickets at the same time.
    on = await runningSupport({ now, replicas: 2 });
    manager = on.manager;
    const always = officeHours({ openings: [{ from: '00:00', to: '24:00' }], days: 'all' });
    const { terms, ...content } = policyContent();
    const targets = targetsOf({ firstResponse: 30, resolution: 60 });
    await manager.post('/v1/calendars', { calendarId: 'office', name: 'Always', hours: always });
    const policy = {
      policyId: 'default',
      ...content,
      terms: { ...terms, warnings: [50], targets },
    };
    expect((await manager.post('/v1/sla-policies', policy)).status).toBe(201);
  });
  afterAll(() => on.stop());

  const told = async (ticketId: string) =>
    ((await manager.get(`/v1/tickets/${ticketId}/history?limit=200`)).body as History).items
      .filter(({ type }) => type.startsWith('TicketClock'))
      .map(({ type, data, actor }) => {
        const { clock, percent } = data as { clock: string; percent?: number };
        return [type, clock, percent, actor];
      });

  it('are warned of and broken by themselves, once each, as time passes', async () => {
    const raise = (ticketId: string) =>
      manager.post('/v1/tickets', { ticketId, accountId: 'acme', subject: 'No light' });
    const tickets = Array.from({ length: 150 }, (_, index) => `t-${index}`);
    await Promise.all(tickets.map(raise));
    const self = 'system:tiered-support';
    const warned = ['TicketClockWarned', 'first-response', 50, self];
    const broken = ['TicketClockBreached', 'first-response', undefined, self];
    const warnedAgain = ['TicketClockWarned', 'resolution', 50, self];

    aheadMs = 16 * 60_000;
    for (const ticketId of tickets)
      expect(
        await eventually(
          () => told(ticketId),
          ({ length }) => length > 0,
        ),
      ).toEqual([warned]);
    aheadMs = 31 * 60_000;
    for (const ticketId of tickets) {
      const all = await eventually(
        () => told(ticketId),
        ({ length }) => length > 2,
      );
      expect(all).toHaveLength(3);
      expect(all).toEqual(expect.arrayContaining([warned, broken, warnedAgain]));
    }
  });
});

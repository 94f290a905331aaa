import { eventually } from '@steward/testing';
import { entitlementContent } from '../fixtures/entitlements.ts';
import { officeHours } from '../fixtures/hours.ts';
import { policyContent } from '../fixtures/policies.ts';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';
import { solutionHistory } from '../fixtures/solution-history.ts';

describe('service grades on real servers', () => {
  let on: RunningSupport;

  beforeAll(async () => {
    on = await runningSupport();
    const calendar = { calendarId: 'office', name: 'The office', hours: officeHours() };
    await on.manager.post('/v1/calendars', calendar);
    await on.manager.post('/v1/sla-policies', { policyId: 'default', ...policyContent() });
    const match = { grades: ['gold'] };
    const best = { policyId: 'best', ...policyContent(), match, rank: 10 };
    expect((await on.manager.post('/v1/sla-policies', best)).status).toBe(201);
    await on.publisher.publish(solutionHistory('s-1', 'acme'));
    await eventually(
      () => on.agent.get('/v1/operated-projects/s-1'),
      ({ status }) => status === 200,
    );
  });
  afterAll(() => on.stop());

  const policyOf = async (ticketId: string, about: object = {}, who = on.agent) => {
    const ticket = { ticketId, accountId: 'acme', subject: 'No light', ...about };
    expect((await who.post('/v1/tickets', ticket)).status).toBe(201);
    const { body } = await on.agent.get(`/v1/tickets/${ticketId}/clocks`);
    return (body as { policyId: string }).policyId;
  };
  const historyOf = async (ticketId: string, who = on.agent) =>
    JSON.stringify((await who.get(`/v1/tickets/${ticketId}/history`)).body);

  it('are given to nobody before somebody has said what customers are worth', async () => {
    expect((await on.agent.get('/v1/service-grades/acme')).status).toBe(404);
    expect(await policyOf('t-0', { projectId: 's-1' })).toBe('default');
    expect(await historyOf('t-0')).not.toContain('grade');
  });

  it('R97: follow from customer value, project value and entitlement, and tell why', async () => {
    const value = { percentile: 75, source: 'Controlling' };
    expect((await on.agent.post('/v1/customer-values/acme', value)).status).toBe(403);
    expect((await on.manager.post('/v1/customer-values/acme', value)).status).toBe(200);
    expect((await on.agent.get('/v1/customer-values/acme')).body).toMatchObject(value);
    expect((await on.agent.get('/v1/customer-values')).body).toMatchObject({
      items: [{ accountId: 'acme' }],
    });
    expect((await on.agent.get('/v1/customer-values/acme/history')).body).toMatchObject({
      items: [{ type: 'CustomerValued', actor: 'mia' }],
    });

    expect((await on.agent.get('/v1/service-grades/acme')).body).toMatchObject({
      grade: 'silver',
      points: 2,
      pool: 'operation',
    });
    expect((await on.agent.get('/v1/service-grades/acme?projectId=s-1')).body).toEqual({
      accountId: 'acme',
      projectId: 's-1',
      grade: 'gold',
      points: 4,
      pool: 'team',
      parts: [
        { part: 'customer-value', points: 2, why: 'among the best four tenths' },
        { part: 'project-value', points: 2, why: 'a large project' },
        { part: 'entitlement', points: 0, why: 'no right to support, or nothing left of it' },
      ],
    });
    expect((await on.agent.get('/v1/service-grades/acme?projectId=none')).status).toBe(404);
    expect((await on.customer.get('/v1/service-grades/acme')).status).toBe(403);
  });

  it('R97: choose the policy of a ticket', async () => {
    expect(await policyOf('t-1')).toBe('default');
    expect(await policyOf('t-2', { projectId: 's-1' })).toBe('best');
    const entitlement = {
      entitlementId: 'e-1',
      ...entitlementContent({ total: 1, validUntil: '2100-01-01T00:00:00.000Z' }),
    };
    const better = { percentile: 95, source: 'Controlling' };
    expect((await on.manager.post('/v1/customer-values/acme', better)).status).toBe(200);
    expect(await policyOf('t-3')).toBe('default');
    expect((await on.manager.post('/v1/entitlements', entitlement)).status).toBe(201);
    expect(await policyOf('t-4', {}, on.customer)).toBe('best');
    // The one case of the right is used up by now.
    expect(await policyOf('t-5')).toBe('default');
  });

  it('stay among ourselves', async () => {
    expect(await historyOf('t-4')).toContain('"grade":"gold"');
    expect(await historyOf('t-4', on.customer)).not.toContain('gold');
    expect(JSON.stringify((await on.customer.get('/v1/tickets/t-4')).body)).not.toContain('gold');
  });
});

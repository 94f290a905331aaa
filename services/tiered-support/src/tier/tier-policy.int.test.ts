import {
  AccountRegistered,
  anyOther,
  type SolutionWentLive,
  type TierRow,
} from '@steward/contracts';
import { eventRow, eventually } from '@steward/testing';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';
import { solutionHistory } from '../fixtures/solution-history.ts';
import { shippedPolicy } from './shipped-policy.ts';

type WentLive = ReturnType<typeof SolutionWentLive.parse>['data'];

const at = '2026-03-02T12:00:00.000Z';
const small = { value: { amountMinor: 500, currency: 'EUR' }, units: 1, interfaces: 0 };

describe('the tier policy on real servers', () => {
  let on: RunningSupport;

  beforeAll(async () => {
    on = await runningSupport();
  });
  afterAll(() => on.stop());

  const opened = async (projectId: string, changes: Partial<WentLive>) => {
    await on.publisher.publish(solutionHistory(projectId, 'acme', changes));
    const { body } = await eventually(
      () => on.agent.get(`/v1/operated-projects/${projectId}`),
      ({ status }) => status === 200,
    );
    return body;
  };
  const raised = async (ticketId: string, about: object) => {
    const ticket = { ticketId, accountId: 'acme', subject: 'Stands still', ...about };
    expect((await on.agent.post('/v1/tickets', ticket)).status).toBe(201);
    return (await on.agent.get(`/v1/tickets/${ticketId}`)).body;
  };
  const resolved = async (query: string) =>
    (await on.agent.get(`/v1/tier-policy/resolution?${query}`)).body;

  it('R102: is the one that Steward comes with, until a company says otherwise', async () => {
    expect((await on.agent.get('/v1/tier-policy')).body).toEqual({ ...shippedPolicy, version: 0 });
    expect((await on.agent.get('/v1/tier-policy/history')).body).toEqual({ items: [] });
    expect(await resolved('leader=self&channel=project&valueMinor=100000000')).toEqual({
      tier: 1,
      servedBy: 'delivery-centre',
      policyRow: 'self-led-large',
      isLarge: true,
      isComplex: false,
      version: 0,
    });
  });

  it.each([
    {
      number: 'R98',
      what: 'large, led by us',
      changes: {},
      arrangement: { tier: 1, servedBy: 'delivery-centre' },
      team: 'Delivery centre',
    },
    {
      number: 'R100',
      what: 'partner-led and large',
      changes: { leader: 'partner' },
      arrangement: { tier: 2, servedBy: 'branch-technical-team' },
      team: 'Technical team, north',
    },
    {
      number: 'R100',
      what: 'partner-led, small and complex',
      changes: { leader: 'partner', ...small, units: 3 },
      arrangement: { tier: 2, servedBy: 'branch-technical-team' },
      team: 'Technical team, north',
    },
    {
      number: 'R100',
      what: 'partner-led, small and simple',
      changes: { leader: 'partner', ...small },
      arrangement: { tier: 2, servedBy: 'call-centre' },
      team: 'Call centre',
    },
    {
      number: 'R101',
      what: 'bought from a dealer, however large',
      changes: { channel: 'dealer' },
      arrangement: { tier: 3, servedBy: 'call-centre' },
      team: 'Call centre',
    },
  ] as const)(
    '$number: lays tickets of a project that is $what with $team',
    async ({ what, changes, arrangement, team }) => {
      const projectId = what.replaceAll(/\W+/g, '-');
      expect(await opened(projectId, changes)).toMatchObject({ arrangement });
      const desk = { line: 'first', team };
      expect(await raised(`t-${projectId}`, { projectId })).toMatchObject({ arrangement, desk });
    },
  );

  it('R101: lays with the call centre what was bought directly', async () => {
    expect(await raised('t-direct', { channel: 'direct' })).toMatchObject({
      arrangement: { tier: 3, policyRow: 'bought-directly' },
      desk: { line: 'first', team: 'Call centre' },
    });
  });

  it('R99: tells the form of the delivery centre by the industries that it serves', async () => {
    const several = await opened('s-several', { industries: ['energy', 'retail'] });
    expect(several).toMatchObject({
      deliveryCentre: { form: 'independent', rule: 'several-industries' },
    });
    const data = { accountId: 'acme', name: 'Acme', industry: 'energy', at } as const;
    await on.publisher.publish([eventRow(AccountRegistered, { key: 'acme', version: 1, data })]);
    await opened('s-unsaid', {});
    const { body } = await eventually(
      () => on.agent.get('/v1/operated-projects/s-unsaid'),
      (answer) => JSON.stringify(answer.body).includes('one-industry'),
    );
    const deliveryCentre = {
      form: 'industry-division',
      industries: ['energy'],
      rule: 'one-industry',
    };
    expect(body).toMatchObject({ deliveryCentre });
  });

  it('R102: is revised by whoever says how support works, and by a table without gaps', async () => {
    const { thresholds } = shippedPolicy;
    const rows: TierRow[] = [
      {
        name: 'north',
        when: { region: 'north' },
        tier: 1,
        servedBy: 'delivery-centre',
        entitles: { name: 'First year', unit: 'cases', total: 9, days: 365, whenUsedUp: 'refuse' },
      },
    ];
    const path = '/v1/tier-policy/revisions';
    expect((await on.agent.post(path, { rows, thresholds })).status).toBe(403);
    expect(await on.manager.post(path, { rows, thresholds })).toMatchObject({
      status: 400,
      body: { code: 'tier-policy-gap' },
    });
    expect((await on.agent.get('/v1/tier-policy')).body).toMatchObject({ version: 0 });

    const rest: TierRow = {
      name: 'elsewhere',
      when: { region: anyOther },
      tier: 2,
      servedBy: 'branch-technical-team',
    };
    const table = { rows: [...rows, rest], thresholds: { ...thresholds, complexFromUnits: 9 } };
    expect(await on.manager.post(path, table)).toMatchObject({
      status: 200,
      body: { id: 'current', version: 1 },
    });
    expect((await on.agent.get('/v1/tier-policy')).body).toMatchObject({ ...table, version: 1 });
    expect((await on.agent.get('/v1/tier-policy/history')).body).toMatchObject({
      items: [{ type: 'TierPolicyRevised', actor: 'mia' }],
    });
    const asked = 'leader=self&channel=project&units=8';
    expect(await resolved(`${asked}&region=north`)).toMatchObject({
      policyRow: 'north',
      isComplex: false,
      version: 1,
    });
    expect(await resolved(asked)).toMatchObject({ tier: 2, policyRow: 'elsewhere' });
    expect(await opened('s-revised', small)).toMatchObject({ arrangement: { policyRow: 'north' } });
    expect((await on.customer.get('/v1/entitlements/s-revised')).body).toMatchObject({
      accountId: 'acme',
      on: { kind: 'project', id: 's-revised' },
      total: 9,
      validFrom: at,
    });
    expect(await raised('t-revised', {})).toMatchObject({
      arrangement: { policyRow: 'elsewhere' },
    });
  });
});

import { type SolutionEvent, SolutionPlanned, SolutionWentLive } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { type GoLive, goLive } from './go-live.ts';
import { type PlanSolution, planSolution } from './plan-solution.ts';
import { solution } from './solution.ts';

const given = scenario(solution);
const at = '2026-03-02T12:00:00.000Z';
const sold = {
  accountId: 'acme',
  title: 'Warehouse portal',
  value: { amountMinor: 500_000, currency: 'EUR' },
};

const plan: PlanSolution = {
  opportunityId: 'o-1',
  ...sold,
  lines: [{ offeringId: 'portal' }, { offeringId: 'server' }, { offeringId: 'portal' }],
  at: new Date(at),
};

const operation: GoLive = {
  solutionId: 'o-1',
  brand: 'Acme Depot',
  leader: 'self',
  channel: 'project',
  branch: 'north',
  units: 3,
  interfaces: 0,
  division: 'grid',
  industries: ['energy', 'retail'],
  at: new Date(at),
};

const planned: SolutionEvent = {
  type: 'SolutionPlanned',
  data: {
    solutionId: 'o-1',
    opportunityId: 'o-1',
    ...sold,
    offeringIds: ['portal', 'server'],
    at,
  },
};

const wentLive: SolutionEvent = {
  type: 'SolutionWentLive',
  data: { ...operation, ...sold, at },
};

describe('plan solution', () => {
  it('plans each offering that was won once', () => {
    given()
      .when((solution) => planSolution(solution, plan))
      .thenEmits(planned);
  });

  it.each([
    { status: 'planned', past: [planned] },
    { status: 'live', past: [planned, wentLive] },
  ])('refuses what is $status already', ({ past }) => {
    given(...past)
      .when((solution) => planSolution(solution, plan))
      .thenRefuses('solution-already-planned');
  });
});

describe('go live', () => {
  it('puts a planned solution into operation', () => {
    given(planned)
      .when((solution) => goLive(solution, operation))
      .thenEmits(wentLive);
  });

  it.each([
    { status: 'absent', past: [], code: 'solution-not-found' },
    { status: 'live', past: [planned, wentLive], code: 'solution-already-live' },
  ])('refuses with $code what is $status', ({ past, code }) => {
    given(...past)
      .when((solution) => goLive(solution, operation))
      .thenRefuses(code);
  });

  it('names the partner that leads it, where one does', () => {
    const led = { leader: 'partner', partnerId: 'integra' } as const;
    const data = { ...operation, ...led, ...sold, at };
    given(planned)
      .when((solution) => goLive(solution, { ...operation, ...led }))
      .thenEmits({ type: 'SolutionWentLive', data });
    expect(SolutionWentLive.parse({ type: 'SolutionWentLive', data })).toMatchObject({ data: led });
  });

  it('names no partner where we lead ourselves', () => {
    given(planned)
      .when((solution) => goLive(solution, { ...operation, partnerId: 'integra' }))
      .thenRefuses('solution-partner-not-leading');
  });

  it('is known to be live, and since when', () => {
    const live = [planned, wentLive].reduce(solution.evolve, solution.initial);
    expect(live).toMatchObject({ status: 'live', liveSince: at });
  });

  it('emits only events the contracts accept', () => {
    expect(SolutionPlanned.parse(planned)).toEqual(planned);
    expect(SolutionWentLive.parse(wentLive)).toEqual(wentLive);
  });
});
